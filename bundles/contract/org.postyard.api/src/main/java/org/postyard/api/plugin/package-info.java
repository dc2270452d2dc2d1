/** Properties and values shared by everything that is plugged into the engine. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
