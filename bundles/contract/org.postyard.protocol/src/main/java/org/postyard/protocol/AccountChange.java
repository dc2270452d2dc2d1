package org.postyard.protocol;

import java.util.List;
import java.util.Optional;

/** Changes an account; what is empty stays as it is. */
public record AccountChange(Optional<String> password, Optional<List<String>> roles, Optional<Boolean> shell) {
    public AccountChange {
        roles = roles.map(List::copyOf);
    }

    @Override
    public String toString() {
        return "AccountChange[roles=" + roles + ", shell=" + shell + "]";
    }
}
