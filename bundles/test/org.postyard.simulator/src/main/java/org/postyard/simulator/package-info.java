/** Simulated mailbox providers on loopback, the safe default destination of a new installation. */
@NullMarked
package org.postyard.simulator;

import org.jspecify.annotations.NullMarked;
