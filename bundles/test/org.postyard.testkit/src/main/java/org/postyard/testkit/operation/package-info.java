/** The running yard, its events and its fleet desk, without an engine: for tests of whatever shows or steers them. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.testkit.operation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
