package org.postyard.api.routing;

import java.util.List;

/**
 * The members of one pool as they are at this moment, in the pool's order.
 *
 * @param sources every member, open or not, so that hashing can be consistent
 */
public record FleetView(List<SourceView> sources) {
    /** The members that can take work now. */
    public List<SourceView> open() {
        return sources.stream().filter(SourceView::open).toList();
    }
}
