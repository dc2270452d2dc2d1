/** The host service that accepts messages from clients. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.injection;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
