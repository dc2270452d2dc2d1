/** Karaf shell commands: what all of them share. */
@NullMarked
package org.postyard.shell;

import org.jspecify.annotations.NullMarked;
