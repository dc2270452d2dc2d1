/** From a recipient's domain to the DestinationSite that serves it. */
@NullMarked
package org.postyard.engine.site;

import org.jspecify.annotations.NullMarked;
