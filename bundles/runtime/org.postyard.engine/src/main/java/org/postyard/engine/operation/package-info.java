/** Host services to watch and steer the yard. */
@NullMarked
package org.postyard.engine.operation;

import org.jspecify.annotations.NullMarked;
