package org.postyard.control.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.Role;
import org.postyard.control.problem.ProblemException;

class JaasRealmTest {

    /** Lets {@code anna} in with the password {@code right}. */
    public static final class OneAccount implements LoginModule {
        private Subject subject = new Subject();
        private CallbackHandler questions = callbacks -> {};

        @Override
        public void initialize(
                Subject given, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
            subject = given;
            questions = handler;
        }

        @Override
        public boolean login() throws LoginException {
            NameCallback name = new NameCallback("name");
            PasswordCallback password = new PasswordCallback("password", false);
            try {
                questions.handle(new Callback[] {name, password});
            } catch (IOException | UnsupportedCallbackException problem) {
                throw new LoginException(problem.getMessage());
            }
            if (!"anna".equals(name.getName()) || !"right".equals(String.valueOf(password.getPassword())))
                throw new FailedLoginException();
            return true;
        }

        @Override
        public boolean commit() {
            subject.getPrincipals().add(new RolePrincipal(Role.VIEWER.realmName()));
            return true;
        }

        @Override
        public boolean abort() {
            return true;
        }

        @Override
        public boolean logout() {
            return true;
        }
    }

    private static JaasRealm realm(Map<String, String> options) {
        AppConfigurationEntry entry =
                new AppConfigurationEntry(OneAccount.class.getName(), LoginModuleControlFlag.REQUIRED, options);
        Configuration configuration = new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
        return new JaasRealm("karaf", () -> configuration);
    }

    @Test
    void anAccountHasItsRolesAndAWrongPasswordHasNone() {
        JaasRealm realm = realm(Map.of("encryption.enabled", "true"));

        assertThat(realm.works()).isTrue();
        assertThat(realm.verify("anna", "right")).contains(Set.of(Role.VIEWER));
        assertThat(realm.verify("anna", "wrong")).isEmpty();
    }

    @Test
    void aRealmThatHasNoSettingsYetRefusesNobodyForGood() {
        JaasRealm starting = realm(Map.of("encryption.enabled", "false"));

        assertThat(starting.works()).isFalse();
        assertThatThrownBy(() -> starting.verify("anna", "right"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(503));
    }

    @Test
    void anotherRealmNeedNotSayHowItKeepsPasswords() {
        assertThat(realm(Map.of()).verify("anna", "right")).contains(Set.of(Role.VIEWER));
    }
}
