/** What the TAB key offers. */
@NullMarked
package org.postyard.shell.completion;

import org.jspecify.annotations.NullMarked;
