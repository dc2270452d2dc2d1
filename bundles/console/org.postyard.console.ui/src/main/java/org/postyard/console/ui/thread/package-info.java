/** The way from any thread to the thread of the user interface, and a watch over that one. */
@NullMarked
package org.postyard.console.ui.thread;

import org.jspecify.annotations.NullMarked;
