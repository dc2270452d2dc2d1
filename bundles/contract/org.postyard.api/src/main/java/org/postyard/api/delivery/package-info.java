/** Outcomes of delivery attempts and the contract of connectors, which produce them. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.delivery;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
