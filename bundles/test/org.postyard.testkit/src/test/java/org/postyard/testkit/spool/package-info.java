@NullMarked
package org.postyard.testkit.spool;

import org.jspecify.annotations.NullMarked;
