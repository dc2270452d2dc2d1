/** Who a client is: networks that are trusted, accounts of the realm, and a brake on guessing. */
@NullMarked
package org.postyard.injection.smtp.login;

import org.jspecify.annotations.NullMarked;
