package org.postyard.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who one is to Postyard, and what one may do.
 *
 * @param operations what one may do
 * @param roleTable the roles that may do each operation, also those that one may not; absent from runtimes that do not tell
 */
public record CallerView(
        String name, List<String> roles, List<String> operations, Optional<Map<String, List<String>>> roleTable) {
    public CallerView {
        roles = List.copyOf(roles);
        operations = List.copyOf(operations);
        roleTable = roleTable.map(Map::copyOf);
    }

    public CallerView(String name, List<String> roles, List<String> operations) {
        this(name, roles, operations, Optional.empty());
    }

    /** The roles that may do the operation; empty if that is not known. */
    public List<String> rolesFor(String operation) {
        return roleTable.map(table -> table.getOrDefault(operation, List.of())).orElse(List.of());
    }
}
