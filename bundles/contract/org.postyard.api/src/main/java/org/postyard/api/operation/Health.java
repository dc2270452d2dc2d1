package org.postyard.api.operation;

import java.util.List;

/** How the node is, part by part. */
public record Health(List<Part> parts) {
    public Health {
        parts = List.copyOf(parts);
    }

    /** Whether the node accepts and sends mail. */
    public boolean ready() {
        return parts.stream().allMatch(Part::well);
    }

    /** @param reason one sentence; what is wrong and what to do, or a fact that shows that all is well */
    public record Part(String name, boolean well, String reason) {}
}
