/** Where one can go in a window: its views, its perspectives and its commands. */
@NullMarked
package org.postyard.console.ui.navigation;

import org.jspecify.annotations.NullMarked;
