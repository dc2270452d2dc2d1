package org.postyard.protocol;

import java.util.List;

/**
 * Suppressions in order of address.
 *
 * @param more whether the page is full; go on with {@code after} = the last address
 */
public record SuppressionPage(List<SuppressionView> suppressions, long total, boolean more) {
    public SuppressionPage {
        suppressions = List.copyOf(suppressions);
    }
}
