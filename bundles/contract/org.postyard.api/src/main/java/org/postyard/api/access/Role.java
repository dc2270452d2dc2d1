package org.postyard.api.access;

import java.util.Locale;
import java.util.Optional;

/** What a person or program is to Postyard; the names are the role names of the JAAS realm. */
public enum Role {
    VIEWER,
    OPERATOR,
    INTEGRATOR,
    ADMIN;

    /** Name of the role in the realm. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofRealmName(String name) {
        for (Role role : values()) if (role.realmName().equals(name)) return Optional.of(role);
        return Optional.empty();
    }
}
