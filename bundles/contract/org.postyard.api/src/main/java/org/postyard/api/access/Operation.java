package org.postyard.api.access;

import static org.postyard.api.access.Role.ADMIN;
import static org.postyard.api.access.Role.INTEGRATOR;
import static org.postyard.api.access.Role.OPERATOR;
import static org.postyard.api.access.Role.VIEWER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that can be done, with the roles that may do it: the one table for control API, shell and console. */
public enum Operation {
    /** Ledger, servers, sources, pools, queues, health, metrics, plug-in list, live stream. */
    WATCH(VIEWER, OPERATOR, INTEGRATOR, ADMIN),
    /** Messages, events and suppressions, with their addresses. */
    READ_ADDRESSES(OPERATOR, INTEGRATOR, ADMIN),
    /** Drain, maintenance, resume. */
    STEER_SERVERS(OPERATOR, ADMIN),
    /** Hold, release, reroute, expedite. */
    STEER_QUEUES(OPERATOR, ADMIN),
    /** Delete queued messages. */
    DELETE_MAIL(OPERATOR, ADMIN),
    EDIT_SUPPRESSIONS(OPERATOR, ADMIN),
    /** Read, check and compare the fleet document. */
    READ_FLEET(VIEWER, OPERATOR, INTEGRATOR, ADMIN),
    /** Apply or roll back the fleet document. */
    CHANGE_FLEET(ADMIN),
    /** Switch the balancer of a pool, change a limit in place. */
    TUNE(OPERATOR, ADMIN),
    /** Install, update, start, stop, remove plug-ins. */
    MANAGE_PLUGINS(INTEGRATOR, ADMIN),
    /** Submit mail over HTTP, or over SMTP with AUTH. */
    SUBMIT_MAIL(OPERATOR, INTEGRATOR, ADMIN),
    /** Read and change the settings of plug-ins and parts of the node, and the levels of the log. */
    CHANGE_SETTINGS(INTEGRATOR, ADMIN),
    /** Read the log of the node, which may name addresses. */
    READ_LOG(OPERATOR, INTEGRATOR, ADMIN),
    /** Accounts, API keys. */
    MANAGE_ACCESS(ADMIN);

    private final Set<Role> roles;

    Operation(Role first, Role... more) {
        this.roles = EnumSet.of(first, more);
    }

    /** The roles that may do it, from the one that may least to the one that may most. */
    public List<Role> roles() {
        return List.copyOf(roles);
    }

    public boolean allowedTo(Role role) {
        return roles.contains(role);
    }

    public boolean allowedToAny(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
