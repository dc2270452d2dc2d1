/** How to reach a runtime: saved connections, credentials, pinned certificates, and one request with its outcome. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.connection;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
