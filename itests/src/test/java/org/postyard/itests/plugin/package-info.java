/** Plug-ins that tests make of these classes and install into the runtime. */
@NullMarked
package org.postyard.itests.plugin;

import org.jspecify.annotations.NullMarked;
