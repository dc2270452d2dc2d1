/** Forms: aligned labels, fields and what is wrong with them. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.form;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
