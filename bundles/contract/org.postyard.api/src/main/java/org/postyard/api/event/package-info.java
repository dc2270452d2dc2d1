/** What became of a message: delivery events, their journal and their listeners. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
