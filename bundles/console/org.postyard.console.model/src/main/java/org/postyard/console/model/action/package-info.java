/** What a person can do: who may, what it touches, what became of it. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.model.action;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
