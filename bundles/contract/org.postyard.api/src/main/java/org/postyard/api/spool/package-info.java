/** The contract of the spool, the durable home of a message until its last recipient is final. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.spool;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
