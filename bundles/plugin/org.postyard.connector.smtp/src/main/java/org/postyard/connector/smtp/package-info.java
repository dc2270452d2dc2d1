/** Sends by SMTP, to the recipients' MX hosts or to a relay. */
@NullMarked
package org.postyard.connector.smtp;

import org.jspecify.annotations.NullMarked;
