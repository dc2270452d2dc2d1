@NullMarked
package org.postyard.store;

import org.jspecify.annotations.NullMarked;
