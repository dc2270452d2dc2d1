/** The contract of balancers as tests, and a simulated pool to try one in. */
@Export
@Version("1.0.0")
@NullMarked
package org.postyard.testkit.routing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
