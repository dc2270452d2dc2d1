/** Queues, slots, shaping, suppression check, ledger: the owner of all state, threads and limits. */
@NullMarked
package org.postyard.engine;

import org.jspecify.annotations.NullMarked;
