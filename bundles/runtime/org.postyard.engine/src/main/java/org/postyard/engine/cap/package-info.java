/** Caps of the hour and of the day: what was used of them, also over a restart. */
@NullMarked
package org.postyard.engine.cap;

import org.jspecify.annotations.NullMarked;
