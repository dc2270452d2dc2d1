/** The chosen look, brought to everything that shows something: our widgets, the workbench and GTK. */
@NullMarked
package org.postyard.console.ui.theme;

import org.jspecify.annotations.NullMarked;
