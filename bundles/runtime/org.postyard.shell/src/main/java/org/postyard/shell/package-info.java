/** Karaf shell commands. */
@NullMarked
package org.postyard.shell;

import org.jspecify.annotations.NullMarked;
