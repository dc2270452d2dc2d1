/** What a client asks for: body, envelope and wishes, each checked. */
@NullMarked
package org.postyard.injection.http.request;

import org.jspecify.annotations.NullMarked;
