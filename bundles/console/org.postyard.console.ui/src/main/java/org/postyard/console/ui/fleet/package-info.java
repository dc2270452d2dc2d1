/** The Fleet view: sites, servers and sources as a tree with their numbers. */
@NullMarked
package org.postyard.console.ui.fleet;

import org.jspecify.annotations.NullMarked;
