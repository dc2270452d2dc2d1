/** The fleet: servers, sources, pools, routes and limits, as one immutable document. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.fleet;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
