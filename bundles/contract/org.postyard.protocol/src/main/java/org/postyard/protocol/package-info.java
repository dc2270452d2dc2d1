/**
 * Wire records of the control API, shared by runtime and console: what the JSON of {@code /api/v1} means.
 *
 * <p>A component is a JSON member of the same name. Times are ISO 8601 in UTC; an empty Optional is {@code null} or absent;
 * members that a reader does not know are to be ignored.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.protocol;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
