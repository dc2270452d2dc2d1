/** Reads, checks, compares and keeps the fleet document. */
@NullMarked
package org.postyard.fleet;

import org.jspecify.annotations.NullMarked;
