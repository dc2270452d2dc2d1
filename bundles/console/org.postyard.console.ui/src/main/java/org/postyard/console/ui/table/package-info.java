/** What all tables of the console can do: copy, and remember their columns. */
@NullMarked
package org.postyard.console.ui.table;

import org.jspecify.annotations.NullMarked;
