/** Queues, lanes, paths and conversations: what the dispatcher thread owns. */
@NullMarked
package org.postyard.engine.queue;

import org.jspecify.annotations.NullMarked;
