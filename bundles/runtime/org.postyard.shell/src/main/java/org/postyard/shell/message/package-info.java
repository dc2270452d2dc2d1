/** Commands that tell what became of a message. */
@NullMarked
package org.postyard.shell.message;

import org.jspecify.annotations.NullMarked;
