/** The resources of the API, one class for each noun. */
@NullMarked
package org.postyard.control.route;

import org.jspecify.annotations.NullMarked;
