/** Quick search over everything that has a name. */
@NullMarked
package org.postyard.console.ui.search;

import org.jspecify.annotations.NullMarked;
