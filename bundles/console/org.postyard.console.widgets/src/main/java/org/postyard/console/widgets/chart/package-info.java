/** Charts over time, with axes, zoom, cursor, legend and export. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
