/** Measures Postyard beside other mail systems on one machine, in one go. */
@NullMarked
package org.postyard.bench;

import org.jspecify.annotations.NullMarked;
