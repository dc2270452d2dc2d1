/** Plug-ins and features: what is installed, how it does, and its replacement while mail is flowing. */
@NullMarked
package org.postyard.console.ui.plugin;

import org.jspecify.annotations.NullMarked;
