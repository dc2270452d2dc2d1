/** Signs with a meaning: severities and icons, drawn in the colours of the theme. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.mark;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
