/** Who asks, and whether they may: accounts, API keys, lock-out and the permission of each route. */
@NullMarked
package org.postyard.control.access;

import org.jspecify.annotations.NullMarked;
