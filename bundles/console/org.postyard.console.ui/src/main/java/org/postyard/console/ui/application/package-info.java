/** The application, its window and its perspectives, and the way from any thread to the thread of the user interface. */
@NullMarked
package org.postyard.console.ui.application;

import org.jspecify.annotations.NullMarked;
