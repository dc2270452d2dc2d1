/** Name lookups that the host does for plug-ins. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.dns;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
