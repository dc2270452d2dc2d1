package org.postyard.protocol;

import java.util.List;
import java.util.Optional;

/**
 * Asks for an account.
 *
 * @param shell whether it may log in to the shell; no if empty
 */
public record AccountRequest(String name, String password, List<String> roles, Optional<Boolean> shell) {
    public AccountRequest {
        roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
        return "AccountRequest[name=" + name + ", roles=" + roles + "]";
    }
}
