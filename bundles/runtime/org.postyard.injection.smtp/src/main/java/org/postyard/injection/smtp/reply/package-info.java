/** Replies to clients (RFC 5321 §4.2), encoded once. */
@NullMarked
package org.postyard.injection.smtp.reply;

import org.jspecify.annotations.NullMarked;
