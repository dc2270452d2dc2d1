package org.postyard.control.access;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.CredentialException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.postyard.api.access.Role;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of a JAAS realm of the container. Passwords are kept as hashes only: a realm that says it would compare them in
 * clear has not got its settings yet, as happens for a moment while the container starts, and would refuse every right one.
 */
public final class JaasRealm implements AccountRealm {
    private static final Logger LOG = LoggerFactory.getLogger(JaasRealm.class);
    private static final String HASHING = "encryption.enabled";
    private final String realm;
    private final Supplier<Configuration> configuration;

    public JaasRealm(String realm) {
        this(realm, Configuration::getConfiguration);
    }

    JaasRealm(String realm, Supplier<Configuration> configuration) {
        this.realm = realm;
        this.configuration = configuration;
    }

    /** Whether the realm is there and has its settings. */
    public boolean works() {
        Configuration current = configuration.get();
        return current.getAppConfigurationEntry(realm) != null && !comparesInClear(current);
    }

    @Override
    public Optional<Set<Role>> verify(String account, String password) {
        Configuration current = configuration.get();
        if (comparesInClear(current)) {
            LOG.info("The realm has no hashing of passwords yet: realm={}", realm);
            throw unavailable();
        }
        try {
            LoginContext login = new LoginContext(realm, new Subject(), new Answers(account, password), current);
            login.login();
            return Optional.of(rolesOf(login.getSubject()));
        } catch (FailedLoginException | AccountException | CredentialException e) {
            return Optional.empty();
        } catch (LoginException e) {
            LOG.warn("The realm does not work: realm={}", realm, e);
            throw unavailable();
        }
    }

    private boolean comparesInClear(Configuration current) {
        AppConfigurationEntry[] entries = current.getAppConfigurationEntry(realm);
        return entries != null
                && Arrays.stream(entries)
                        .anyMatch(entry -> "false".equals(entry.getOptions().get(HASHING)));
    }

    private static ProblemException unavailable() {
        return Problems.unavailable("Accounts cannot be checked now.", Duration.ofSeconds(5));
    }

    private static Set<Role> rolesOf(Subject subject) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .flatMap(principal -> Role.ofRealmName(principal.getName()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Answers the questions of the log-in modules. */
    private record Answers(String account, String password) implements CallbackHandler {
        @Override
        public void handle(Callback[] questions) throws IOException, UnsupportedCallbackException {
            for (Callback question : questions) {
                if (question instanceof NameCallback name) name.setName(account);
                else if (question instanceof PasswordCallback secret) secret.setPassword(password.toCharArray());
                else throw new UnsupportedCallbackException(question);
            }
        }

        @Override
        public String toString() {
            return "Answers[" + account + "]";
        }
    }
}
