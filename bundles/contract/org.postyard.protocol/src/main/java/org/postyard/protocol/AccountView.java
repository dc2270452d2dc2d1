package org.postyard.protocol;

import java.util.List;

/**
 * An account of the node, without its password.
 *
 * @param roles {@code viewer}, {@code operator}, {@code integrator}, {@code admin}
 * @param shell whether it may log in to the shell
 */
public record AccountView(String name, List<String> roles, boolean shell) {
    public AccountView {
        roles = List.copyOf(roles);
    }
}
