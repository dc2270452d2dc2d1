/** Plug-ins and features: looking at files, installing, replacing and removing. */
@NullMarked
package org.postyard.shell.plugin;

import org.jspecify.annotations.NullMarked;
