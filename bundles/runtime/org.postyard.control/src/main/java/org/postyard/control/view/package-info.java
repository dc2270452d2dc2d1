/** From the domain's values to wire records. */
@NullMarked
package org.postyard.control.view;

import org.jspecify.annotations.NullMarked;
