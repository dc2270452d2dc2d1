/** Wire records of the control API, shared by runtime and console. */
@NullMarked
package org.postyard.protocol;

import org.jspecify.annotations.NullMarked;
