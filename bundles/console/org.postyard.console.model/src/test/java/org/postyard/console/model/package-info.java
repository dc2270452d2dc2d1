/** Tests of the console's model. */
@NullMarked
package org.postyard.console.model;

import org.jspecify.annotations.NullMarked;
