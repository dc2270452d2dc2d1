/** Plays a large runtime for the console, over the same wire as a real one. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.testkit.console;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
