/** Tests of the simulated providers. */
@NullMarked
package org.postyard.simulator;

import org.jspecify.annotations.NullMarked;
