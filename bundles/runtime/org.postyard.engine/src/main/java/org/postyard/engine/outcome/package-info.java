/** From a peer's reply to what it means: bounce class, next attempt, report to the sender. */
@NullMarked
package org.postyard.engine.outcome;

import org.jspecify.annotations.NullMarked;
