/** Queues: what waits, why, and what to do about it. */
@NullMarked
package org.postyard.console.ui.queue;

import org.jspecify.annotations.NullMarked;
