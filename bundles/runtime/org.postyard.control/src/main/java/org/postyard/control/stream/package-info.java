/** The live stream: server-sent events with bounded memory for each client. */
@NullMarked
package org.postyard.control.stream;

import org.jspecify.annotations.NullMarked;
