package org.postyard.api.access;

import java.util.Set;

/**
 * Who makes an HTTP request, as the security of the {@code api} context found out.
 *
 * @param name account or API key, for logs and for the author of a change
 * @param roles what the caller is to Postyard; empty for somebody without any role
 */
public record Caller(String name, Set<Role> roles) {
    /** Name of the request attribute that holds the Caller in every servlet of the {@code api} context. */
    public static final String REQUEST_ATTRIBUTE = "org.postyard.caller";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean may(Operation operation) {
        return operation.allowedToAny(roles);
    }
}
