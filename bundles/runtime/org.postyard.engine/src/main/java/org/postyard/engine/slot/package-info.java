/** Slots: the engine's holders of plug-in services, and the leases under which they are called. */
@NullMarked
package org.postyard.engine.slot;

import org.jspecify.annotations.NullMarked;
