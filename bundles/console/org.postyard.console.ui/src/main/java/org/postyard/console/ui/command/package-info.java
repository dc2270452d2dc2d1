/** Commands of the window: where keys and menus lead. */
@NullMarked
package org.postyard.console.ui.command;

import org.jspecify.annotations.NullMarked;
