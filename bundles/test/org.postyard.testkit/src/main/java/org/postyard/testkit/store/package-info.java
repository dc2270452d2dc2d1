/** Contracts of the durable stores, and versions of them that live in memory, for tests that need a store. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.testkit.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
