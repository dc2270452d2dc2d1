/** The look: palettes, fonts, and what is derived from them for one display. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.theme;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
