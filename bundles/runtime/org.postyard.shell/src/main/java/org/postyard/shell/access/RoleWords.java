package org.postyard.shell.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Role;
import org.postyard.shell.Texts;

/** Roles as they are typed. */
final class RoleWords {
    private RoleWords() {}

    static Set<Role> parse(@Nullable List<String> words) throws CommandException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (words != null) for (String word : words) roles.add(Texts.parse(Role.class, word));
        return roles;
    }
}
