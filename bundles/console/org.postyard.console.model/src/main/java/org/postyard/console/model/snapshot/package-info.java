/** Immutable pictures of a runtime at a moment. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.snapshot;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
