/** Who may do what: roles, operations and the one table that joins them. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
