/** Connections to runtimes: kept, opened, approved, and which of them the views show. */
@NullMarked
package org.postyard.console.ui.connection;

import org.jspecify.annotations.NullMarked;
