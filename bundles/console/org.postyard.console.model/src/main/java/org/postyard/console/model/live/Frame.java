package org.postyard.console.model.live;

import java.util.Optional;

/** One server-sent event; the data belongs to the receiver. */
@SuppressWarnings("ArrayRecordComponent")
record Frame(String event, Optional<Long> id, byte[] data) {}
