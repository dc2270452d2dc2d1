/** View models: what a view shows, in words and numbers, without a display. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.view;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
