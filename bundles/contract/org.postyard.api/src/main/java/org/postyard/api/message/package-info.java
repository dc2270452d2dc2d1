/** A message as Postyard knows it: identity, envelope, handling wishes and content. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.api.message;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
