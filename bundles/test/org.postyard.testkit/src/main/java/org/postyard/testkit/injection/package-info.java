/** Fakes for tests of whatever accepts mail from clients. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.testkit.injection;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
