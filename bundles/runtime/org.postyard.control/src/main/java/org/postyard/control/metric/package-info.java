/** Metrics in the Prometheus text format, each name with its type and meaning. */
@NullMarked
package org.postyard.control.metric;

import org.jspecify.annotations.NullMarked;
