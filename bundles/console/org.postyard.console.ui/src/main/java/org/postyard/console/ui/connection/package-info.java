/** Connections to runtimes as people see, make and change them. */
@NullMarked
package org.postyard.console.ui.connection;

import org.jspecify.annotations.NullMarked;
