/** The accounts of the node, in the realm of the container. */
@NullMarked
package org.postyard.control.account;

import org.jspecify.annotations.NullMarked;
