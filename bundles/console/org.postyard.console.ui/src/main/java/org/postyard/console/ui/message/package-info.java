/** Messages: found, and told from reception to the last reply. */
@NullMarked
package org.postyard.console.ui.message;

import org.jspecify.annotations.NullMarked;
