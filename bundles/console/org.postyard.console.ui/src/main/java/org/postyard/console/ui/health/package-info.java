/** What the console knows about itself. */
@NullMarked
package org.postyard.console.ui.health;

import org.jspecify.annotations.NullMarked;
