/** Quick search over servers, sources, queues, messages and commands. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
