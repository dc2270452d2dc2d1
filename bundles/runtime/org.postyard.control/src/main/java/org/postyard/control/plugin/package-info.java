/** Plug-in bundles: list, install, update, start, stop, remove. */
@NullMarked
package org.postyard.control.plugin;

import org.jspecify.annotations.NullMarked;
