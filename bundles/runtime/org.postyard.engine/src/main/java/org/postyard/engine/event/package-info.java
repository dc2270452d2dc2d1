/** The way of durable events to the journal and to everybody who follows them. */
@NullMarked
package org.postyard.engine.event;

import org.jspecify.annotations.NullMarked;
