@NullMarked
package org.postyard.testkit.store;

import org.jspecify.annotations.NullMarked;
