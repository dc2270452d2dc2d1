/** Accepts mail by HTTP. */
@NullMarked
package org.postyard.injection.http;

import org.jspecify.annotations.NullMarked;
