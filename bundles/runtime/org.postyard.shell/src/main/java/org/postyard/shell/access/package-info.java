/** Commands for API keys. */
@NullMarked
package org.postyard.shell.access;

import org.jspecify.annotations.NullMarked;
