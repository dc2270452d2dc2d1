package org.postyard.control.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.jaas.boot.principal.GroupPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.jaas.modules.BackingEngine;

/** The accounts of a backing engine of the container's realm, which hashes passwords. */
final class EngineStore implements AccountStore {
    private final BackingEngine engine;

    EngineStore(BackingEngine engine) {
        this.engine = engine;
    }

    @Override
    public Map<String, Set<String>> accounts() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (UserPrincipal user : engine.listUsers())
            found.put(
                    user.getName(),
                    engine.listRoles(user).stream().map(RolePrincipal::getName).collect(Collectors.toSet()));
        return found;
    }

    @Override
    public void setPassword(String name, String password) {
        engine.addUser(name, password);
    }

    /** First the new roles, then away with the old ones: at no moment has an admin fewer than before or after. */
    @Override
    public void setRoles(String name, Set<String> roles) {
        roles.forEach(role -> engine.addRole(name, role));
        UserPrincipal user = new UserPrincipal(name);
        for (GroupPrincipal group : engine.listGroups(user)) engine.deleteGroup(name, group.getName());
        for (RolePrincipal role : List.copyOf(engine.listRoles(user)))
            if (!roles.contains(role.getName())) engine.deleteRole(name, role.getName());
    }

    @Override
    public void remove(String name) {
        engine.deleteUser(name);
    }
}
