package org.postyard.protocol;

import java.util.List;

/**
 * How the node is, part by part.
 *
 * @param ready whether it accepts and sends mail
 */
public record HealthView(boolean ready, List<HealthPartView> parts) {
    public HealthView {
        parts = List.copyOf(parts);
    }
}
