/** JSON on the wire. */
@NullMarked
package org.postyard.control.json;

import org.jspecify.annotations.NullMarked;
