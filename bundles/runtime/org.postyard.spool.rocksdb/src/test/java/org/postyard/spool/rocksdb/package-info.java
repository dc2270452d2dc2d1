@NullMarked
package org.postyard.spool.rocksdb;

import org.jspecify.annotations.NullMarked;
