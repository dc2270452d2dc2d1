package org.postyard.control.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;
import org.postyard.control.problem.Problems;

/** Puts the check of its own operation before every resource method; a method that names no operation is closed to everybody. */
public final class PermissionFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo route, FeatureContext context) {
        if (route.getResourceMethod().isAnnotationPresent(ForAnybody.class)) return;
        Allowed allowed = route.getResourceMethod().getAnnotation(Allowed.class);
        context.register(allowed == null ? closed() : only(allowed.value()));
    }

    private static ContainerRequestFilter closed() {
        return new ContainerRequestFilter() {
            @Override
            public void filter(ContainerRequestContext request) {
                // Which methods a route has, the container answers; it says nothing that the API's document does not.
                if (request.getMethod().equals(HttpMethod.OPTIONS)) return;
                throw Problems.forbidden("Nobody may use this route: it does not say what it does.");
            }
        };
    }

    private static ContainerRequestFilter only(Operation operation) {
        return new ContainerRequestFilter() {
            @Override
            public void filter(ContainerRequestContext request) {
                Caller caller = check(request.getProperty(Caller.REQUEST_ATTRIBUTE), operation);
                boolean secure = request.getSecurityContext().isSecure();
                request.setSecurityContext(Callers.contextOf(caller, secure));
            }
        };
    }

    /** Ends the request unless the caller that the security of the context found may do the operation. */
    public static Caller check(@Nullable Object attribute, Operation operation) {
        if (!(attribute instanceof Caller caller))
            throw Problems.unauthenticated("This route needs an account or an API key.");
        if (caller.may(operation)) return caller;
        throw Problems.forbidden("'" + caller.name() + "' has no role that may do " + operation + "; "
                + words(operation.roles()) + " may.");
    }

    private static String words(List<Role> roles) {
        return String.join(" and ", roles.stream().map(Role::realmName).toList());
    }
}
