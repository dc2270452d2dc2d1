/** Small curves without axes, for table cells and tiles. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.spark;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
