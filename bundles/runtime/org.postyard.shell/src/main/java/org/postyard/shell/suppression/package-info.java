/** Commands for addresses that must not be sent to. */
@NullMarked
package org.postyard.shell.suppression;

import org.jspecify.annotations.NullMarked;
