/** Dialogs in the look of the console. */
@NullMarked
package org.postyard.console.ui.dialog;

import org.jspecify.annotations.NullMarked;
