package org.postyard.api.suppression;

import java.util.List;
import java.util.Optional;

/**
 * All suppressions, durable. {@link #match} answers from memory and may be asked for each recipient; the other calls block.
 *
 * <p>Addresses are compared without regard to case, local part included. Times are kept to the second. The service is
 * registered only once all entries are in memory, so that no answer is ever given from a half-read list.
 */
public interface SuppressionList {
    /**
     * The entry that forbids sending to this address for this tenant now, the most specific if several do: the whole
     * address before its domain, the tenant's own before everybody's, then in the order of {@link Suppression.Reason}.
     */
    Optional<Suppression> match(String address, String tenant);

    /** Adds or replaces the entry of its address, tenant and reason; effective when it returns. */
    void add(Suppression suppression);

    /** Adds or replaces many entries, faster than one by one; if it throws, some of them may be there. */
    default void addAll(List<Suppression> suppressions) {
        suppressions.forEach(this::add);
    }

    /** Removes all entries of an address in one scope (empty: everybody's); returns how many. */
    int remove(String address, Optional<String> tenant);

    /**
     * Entries in order of address, after {@code afterAddress} (exclusive; empty for the first page), expired ones
     * included. The entries of one address are never split over two pages, so a page can be longer than the limit.
     */
    List<Suppression> list(String afterAddress, int limit);

    long size();
}
