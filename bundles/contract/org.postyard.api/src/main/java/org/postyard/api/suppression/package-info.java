/** Addresses that must not be sent to. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.suppression;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
