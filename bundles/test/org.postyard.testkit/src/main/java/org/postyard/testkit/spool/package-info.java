/** The contract of spools as tests, a spool in memory, and messages to put into one. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.testkit.spool;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
