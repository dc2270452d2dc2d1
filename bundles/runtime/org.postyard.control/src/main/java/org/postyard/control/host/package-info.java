/** The services of the engine and the stores, any of which may be missing for a while. */
@NullMarked
package org.postyard.control.host;

import org.jspecify.annotations.NullMarked;
