/** From a JSON description to the bytes of a message. */
@NullMarked
package org.postyard.injection.http.mail;

import org.jspecify.annotations.NullMarked;
