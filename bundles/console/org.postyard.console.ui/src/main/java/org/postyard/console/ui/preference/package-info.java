/** What somebody prefers, and the pages to choose it. */
@NullMarked
package org.postyard.console.ui.preference;

import org.jspecify.annotations.NullMarked;
