package org.postyard.protocol;

import java.util.List;

/**
 * What changed among the servers since the frame before ({@code event: server-changes}).
 *
 * @param rows those that are new or different
 * @param removed ids of those that are gone
 */
public record ServerChanges(List<ServerView> rows, List<String> removed) {
    public ServerChanges {
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
    }
}
