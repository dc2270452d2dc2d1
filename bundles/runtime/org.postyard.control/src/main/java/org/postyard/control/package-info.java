/** The control API: its security context, its servlets and its settings. */
@NullMarked
package org.postyard.control;

import org.jspecify.annotations.NullMarked;
