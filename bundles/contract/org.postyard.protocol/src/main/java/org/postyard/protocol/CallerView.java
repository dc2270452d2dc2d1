package org.postyard.protocol;

import java.util.List;

/** Who one is to Postyard, and what one may do. */
public record CallerView(String name, List<String> roles, List<String> operations) {
    public CallerView {
        roles = List.copyOf(roles);
        operations = List.copyOf(operations);
    }
}
