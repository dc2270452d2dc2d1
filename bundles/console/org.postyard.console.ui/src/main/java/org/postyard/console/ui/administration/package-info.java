/** What the views of the Admin perspective share: asking the shown runtime, and following its long actions. */
@NullMarked
package org.postyard.console.ui.administration;

import org.jspecify.annotations.NullMarked;
