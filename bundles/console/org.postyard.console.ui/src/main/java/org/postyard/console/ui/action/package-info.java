/** Doing things: asked for, confirmed, done off the thread of the user interface, reported, taken back. */
@NullMarked
package org.postyard.console.ui.action;

import org.jspecify.annotations.NullMarked;
