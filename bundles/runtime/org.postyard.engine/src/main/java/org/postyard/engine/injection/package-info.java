/** The host service that accepts messages. */
@NullMarked
package org.postyard.engine.injection;

import org.jspecify.annotations.NullMarked;
