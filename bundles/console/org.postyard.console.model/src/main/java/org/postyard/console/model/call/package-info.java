/** Typed calls of the control API, one class for each part of it. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.call;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
