/** HTTPS control API: REST, server-sent events and OpenAPI. */
@NullMarked
package org.postyard.control;

import org.jspecify.annotations.NullMarked;
