/** Tests of the control API over real sockets. */
@NullMarked
package org.postyard.control;

import org.jspecify.annotations.NullMarked;
