/** A virtual grid for flat rows and trees, fed with immutable rows. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.table;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
