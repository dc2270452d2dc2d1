package org.postyard.api.suppression;

import java.util.List;
import java.util.Optional;

/** All suppressions, durable. {@link #match} answers from memory and may be asked for each recipient; the other calls block. */
public interface SuppressionList {
    /** The entry that forbids sending to this address for this tenant now, the most specific if several do. */
    Optional<Suppression> match(String address, String tenant);

    /** Adds or replaces the entry of its address, tenant and reason; effective when it returns. */
    void add(Suppression suppression);

    /** Removes all entries of an address in one scope (empty: everybody's); returns how many. */
    int remove(String address, Optional<String> tenant);

    /** Entries in order of address, after {@code afterAddress} (exclusive; empty for the first page). */
    List<Suppression> list(String afterAddress, int limit);

    long size();
}
