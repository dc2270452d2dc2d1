/** Where secret references lead. */
@NullMarked
package org.postyard.engine.secret;

import org.jspecify.annotations.NullMarked;
