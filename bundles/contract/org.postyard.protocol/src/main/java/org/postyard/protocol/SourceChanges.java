package org.postyard.protocol;

import java.util.List;

/**
 * What changed among the sources since the frame before ({@code event: source-changes}).
 *
 * @param rows those that are new or different
 * @param removed ids of those that are gone
 */
public record SourceChanges(List<SourceView> rows, List<String> removed) {
    public SourceChanges {
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
    }
}
