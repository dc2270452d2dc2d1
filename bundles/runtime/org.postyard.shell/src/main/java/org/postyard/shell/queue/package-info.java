/** Commands for queues and the mail in them. */
@NullMarked
package org.postyard.shell.queue;

import org.jspecify.annotations.NullMarked;
