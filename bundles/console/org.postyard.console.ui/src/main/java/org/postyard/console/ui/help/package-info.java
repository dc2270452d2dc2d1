/** Help: a page for each view, and the keys. */
@NullMarked
package org.postyard.console.ui.help;

import org.jspecify.annotations.NullMarked;
