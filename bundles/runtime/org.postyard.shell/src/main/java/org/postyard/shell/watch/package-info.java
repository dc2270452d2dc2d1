/** Commands that show how the yard is. */
@NullMarked
package org.postyard.shell.watch;

import org.jspecify.annotations.NullMarked;
