/** Keeps the live streams of runtimes open and turns them into snapshots. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.live;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
