/** The contract of balancers, which propose the way out for the next attempt. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.routing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
