package org.postyard.injection.smtp;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/** A JAAS realm with three accounts, whose password is their name backwards: operator, viewer, and admin, who is a user by that name without any role. */
public final class TestRealm implements LoginModule {
    /** A role, known by the name of its class as in Karaf. */
    record RolePrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    /** A user; not a role, whatever its name. */
    record UserPrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    private @Nullable Subject subject;
    private @Nullable CallbackHandler handler;

    static void install() {
        Configuration.setConfiguration(new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(TestRealm.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of())
                };
            }
        });
    }

    @Override
    public void initialize(
            Subject newSubject, CallbackHandler newHandler, Map<String, ?> shared, Map<String, ?> options) {
        subject = newSubject;
        handler = newHandler;
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        if (handler == null || subject == null) throw new LoginException("not initialised");
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException unexpected) {
            throw new LoginException(unexpected.toString());
        }
        String user = name.getName();
        String expected = new StringBuilder(user).reverse().toString();
        if (!expected.equals(new String(password.getPassword()))) throw new FailedLoginException("wrong");
        subject.getPrincipals().add(new UserPrincipal(user));
        if (!user.equals("admin")) subject.getPrincipals().add(new RolePrincipal(user));
        return true;
    }

    @Override
    public boolean commit() {
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
