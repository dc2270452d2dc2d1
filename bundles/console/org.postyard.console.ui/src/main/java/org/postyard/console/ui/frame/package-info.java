/** What stands around the views: navigation, header and status. */
@NullMarked
package org.postyard.console.ui.frame;

import org.jspecify.annotations.NullMarked;
