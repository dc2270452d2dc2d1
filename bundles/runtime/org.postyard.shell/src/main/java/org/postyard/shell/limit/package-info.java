/** Limits of the fleet, changed in place. */
@NullMarked
package org.postyard.shell.limit;

import org.jspecify.annotations.NullMarked;
