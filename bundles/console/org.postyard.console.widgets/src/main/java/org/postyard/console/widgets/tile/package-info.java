/** Tiles of a dashboard: figures, shares and the ledger. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.console.widgets.tile;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
