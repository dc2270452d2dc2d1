/** Events as they happen. */
@NullMarked
package org.postyard.console.ui.event;

import org.jspecify.annotations.NullMarked;
