/** Charts: any number of the runtime, its servers and its sources over time. */
@NullMarked
package org.postyard.console.ui.chart;

import org.jspecify.annotations.NullMarked;
