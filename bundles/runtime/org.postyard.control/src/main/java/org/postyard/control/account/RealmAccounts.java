package org.postyard.control.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.karaf.jaas.config.JaasRealm;
import org.apache.karaf.jaas.modules.BackingEngineFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.operation.ActionResult;
import org.postyard.control.problem.Problems;

/** The accounts of the container's realm {@code karaf}. Has no state but its references. */
@Component(service = AccountDesk.class)
public final class RealmAccounts implements AccountDesk {
    private static final String REALM = "karaf";
    private static final String MODULE = "org.apache.karaf.jaas.module";

    private final AccountChanges changes;
    private final Object changing = new Object();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<JaasRealm> realms = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<BackingEngineFactory> factories = List.of();

    @Activate
    public RealmAccounts(@Reference AccountChanges changes) {
        this.changes = changes;
    }

    @Override
    public List<Account> accounts() {
        return open().list();
    }

    @Override
    public ActionResult create(String name, String password, Set<Role> roles, boolean shell, String author) {
        synchronized (changing) {
            return open().create(name, password, roles, shell, author);
        }
    }

    @Override
    public ActionResult changePassword(String name, String password, String author) {
        synchronized (changing) {
            return open().changePassword(name, password, author);
        }
    }

    @Override
    public ActionResult changeRoles(String name, Set<Role> roles, boolean shell, String author) {
        synchronized (changing) {
            return open().changeRoles(name, roles, shell, author);
        }
    }

    @Override
    public ActionResult remove(String name, String author) {
        synchronized (changing) {
            return open().remove(name, author);
        }
    }

    /** The first module of the realm that can be changed. */
    private Accounts open() {
        for (JaasRealm realm : realms) {
            if (!realm.getName().equals(REALM)) continue;
            for (AppConfigurationEntry entry : realm.getEntries())
                for (BackingEngineFactory factory : factories)
                    if (factory.getModuleClass().equals(entry.getOptions().get(MODULE)))
                        return new Accounts(new EngineStore(factory.build(entry.getOptions())), changes::happened);
        }
        throw Problems.unavailable("The realm of the container is not there.", Duration.ofSeconds(5));
    }
}
