/** How the parts of a node share its memory. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.memory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
