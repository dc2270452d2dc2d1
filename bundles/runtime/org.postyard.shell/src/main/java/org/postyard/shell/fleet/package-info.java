/** Commands for the fleet document. */
@NullMarked
package org.postyard.shell.fleet;

import org.jspecify.annotations.NullMarked;
