/** What clients say: command lines, addresses and parameters, read from octets. No I/O. */
@NullMarked
package org.postyard.injection.smtp.command;

import org.jspecify.annotations.NullMarked;
