/** The log of the node. */
@NullMarked
package org.postyard.shell.log;

import org.jspecify.annotations.NullMarked;
