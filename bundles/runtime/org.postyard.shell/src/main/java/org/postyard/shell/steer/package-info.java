/** Commands that steer servers and pools. */
@NullMarked
package org.postyard.shell.steer;

import org.jspecify.annotations.NullMarked;
