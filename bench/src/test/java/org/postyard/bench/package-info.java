/** Tests of the arithmetic of the benchmarks. */
@NullMarked
package org.postyard.bench;

import org.jspecify.annotations.NullMarked;
