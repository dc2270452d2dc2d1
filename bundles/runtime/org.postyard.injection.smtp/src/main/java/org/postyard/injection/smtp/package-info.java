/** Accepts mail by SMTP. */
@NullMarked
package org.postyard.injection.smtp;

import org.jspecify.annotations.NullMarked;
