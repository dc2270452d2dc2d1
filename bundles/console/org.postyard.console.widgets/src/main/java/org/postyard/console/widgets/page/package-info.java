/** The frame of a view: header, banner and progress. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.page;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
