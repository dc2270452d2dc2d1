/** Host services for people and programs that watch and steer a running yard. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.operation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
