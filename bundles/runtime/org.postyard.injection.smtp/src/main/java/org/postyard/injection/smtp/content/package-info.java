/** Content of messages: received octet by octet, its header block read, its trace header written. No I/O. */
@NullMarked
package org.postyard.injection.smtp.content;

import org.jspecify.annotations.NullMarked;
