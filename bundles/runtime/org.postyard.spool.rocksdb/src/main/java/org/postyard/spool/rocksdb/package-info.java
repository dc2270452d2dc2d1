/** Embedded durable spool on RocksDB. */
@NullMarked
package org.postyard.spool.rocksdb;

import org.jspecify.annotations.NullMarked;
