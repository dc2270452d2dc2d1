/** Contract of connectors, a connector that needs no network, and an SMTP server that records what it gets. */
@NullMarked
package org.postyard.testkit.delivery;

import org.jspecify.annotations.NullMarked;
