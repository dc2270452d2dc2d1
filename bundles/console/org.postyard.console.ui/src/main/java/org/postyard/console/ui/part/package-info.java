/** What every view begins with, and what all views share. */
@NullMarked
package org.postyard.console.ui.part;

import org.jspecify.annotations.NullMarked;
