/** Benchmarks of the spool, in its own package because it is built only by the container and by those beside it. */
@NullMarked
package org.postyard.spool.rocksdb;

import org.jspecify.annotations.NullMarked;
