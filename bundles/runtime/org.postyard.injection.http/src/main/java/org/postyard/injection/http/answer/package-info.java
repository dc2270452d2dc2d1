/** What a client is told. */
@NullMarked
package org.postyard.injection.http.answer;

import org.jspecify.annotations.NullMarked;
