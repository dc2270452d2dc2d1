/** Long actions with progress, one at a time. */
@NullMarked
package org.postyard.control.job;

import org.jspecify.annotations.NullMarked;
