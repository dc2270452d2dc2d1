/** One conversation with one client: its state, its limits, and the pump that drives it on an event loop. */
@NullMarked
package org.postyard.injection.smtp.conversation;

import org.jspecify.annotations.NullMarked;
