/** The log of the shown runtime. */
@NullMarked
package org.postyard.console.ui.log;

import org.jspecify.annotations.NullMarked;
