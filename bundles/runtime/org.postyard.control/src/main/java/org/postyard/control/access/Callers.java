package org.postyard.control.access;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.postyard.api.access.Caller;
import org.postyard.control.problem.Problems;

/** The caller of a resource method, as the permission check left it in the request. */
public final class Callers {
    private Callers() {}

    public static String nameOf(SecurityContext security) {
        return of(security).name();
    }

    public static Caller of(SecurityContext security) {
        Principal principal = security.getUserPrincipal();
        if (principal instanceof Identity identity) return identity.caller();
        throw Problems.unauthenticated("This route needs an account or an API key.");
    }

    static SecurityContext contextOf(Caller caller, boolean secure) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return new Identity(caller);
            }

            @Override
            public boolean isUserInRole(String role) {
                return caller.roles().stream().anyMatch(held -> held.realmName().equals(role));
            }

            @Override
            public boolean isSecure() {
                return secure;
            }

            @Override
            public String getAuthenticationScheme() {
                return "postyard";
            }
        };
    }

    private record Identity(Caller caller) implements Principal {
        @Override
        public String getName() {
            return caller.name();
        }
    }
}
