/** Host services for people who change the running node itself: plug-ins, settings, accounts, log. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.administration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
