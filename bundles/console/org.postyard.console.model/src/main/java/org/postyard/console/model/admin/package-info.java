/** What administrators ask a runtime for: plug-in files and jobs, settings, accounts, log, limits; and how two documents differ. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.admin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
