/** Links to runtimes: kept with their secrets, opened, approved, and which of them the views show. */
@NullMarked
package org.postyard.console.ui.link;

import org.jspecify.annotations.NullMarked;
