package org.postyard.shell;

import java.security.AccessController;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Role;

/** Finds out who typed a command: Karaf runs each command as the Subject that logged in. */
final class ShellCaller {
    private static final String NOBODY = "nobody";

    private ShellCaller() {}

    /** Somebody without roles if nobody logged in. */
    @SuppressWarnings(
            "removal") // the way of the container on Java 17; its successor Subject.current() is not there yet
    static Caller current() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null ? new Caller(NOBODY, Set.of()) : of(subject);
    }

    static Caller of(Subject subject) {
        String name = subject.getPrincipals(UserPrincipal.class).stream()
                .map(Principal::getName)
                .findFirst()
                .orElse(NOBODY);
        Set<Role> roles = subject.getPrincipals(RolePrincipal.class).stream()
                .flatMap(principal -> Role.ofRealmName(principal.getName()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(name, roles);
    }
}
