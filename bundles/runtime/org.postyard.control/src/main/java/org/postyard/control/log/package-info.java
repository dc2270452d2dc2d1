/** The log of the node, its last lines in memory. */
@NullMarked
package org.postyard.control.log;

import org.jspecify.annotations.NullMarked;
