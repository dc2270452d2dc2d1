package org.postyard.api.dns;

import java.util.concurrent.CompletionStage;

/** Host service that finds the addresses of a host without blocking, cached by TTL. Thread-safe. */
public interface AddressResolver {
    /** A and AAAA records of a host name, or the address itself if the text is one. The stage always completes normally. */
    CompletionStage<AddressLookup> addresses(String host);
}
