/** What numbers were over time, in bounded memory; a gap stays a gap. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.history;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
