/** Errors as problem documents (RFC 9457). */
@NullMarked
package org.postyard.control.problem;

import org.jspecify.annotations.NullMarked;
