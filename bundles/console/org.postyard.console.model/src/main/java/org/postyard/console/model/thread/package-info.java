/** Threads that work while people look at something else. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.thread;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
