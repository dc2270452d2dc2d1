/** Contract tests and fakes for authors of plug-ins and stores. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
