package org.postyard.injection.smtp.login;

import java.io.IOException;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts of a JAAS realm, asked on a few threads of its own, because login modules block. */
public final class RealmAccounts implements Accounts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RealmAccounts.class);
    private static final int MAX_WAITING = 200;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final String realm;
    private final ThreadPoolExecutor executor;

    public RealmAccounts(String realm, int threads) {
        this.realm = realm;
        this.executor = new ThreadPoolExecutor(
                threads, threads, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), task -> {
                    Thread thread = new Thread(task, "smtp-login");
                    thread.setDaemon(true);
                    // LoginContext finds Karaf's login module through the context class loader and boot delegation.
                    thread.setContextClassLoader(RealmAccounts.class.getClassLoader());
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public CompletionStage<Verdict> check(String user, String password) {
        try {
            return CompletableFuture.supplyAsync(() -> login(user, password), executor);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(Verdict.BUSY);
        }
    }

    private Verdict login(String user, String password) {
        Subject subject = new Subject();
        try {
            LoginContext context =
                    new LoginContext(realm, subject, callbacks -> answer(callbacks, user, password.toCharArray()));
            context.login();
            Set<Role> roles = roles(subject);
            context.logout();
            return Operation.SUBMIT_MAIL.allowedToAny(roles) ? Verdict.PASSED : Verdict.FAILED;
        } catch (LoginException refused) {
            LOG.debug("login refused realm={} reason={}", realm, refused.getMessage());
            return Verdict.FAILED;
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("the realm is broken: nobody can authenticate realm={}", realm, broken);
            return Verdict.BUSY;
        }
    }

    private static void answer(Callback[] callbacks, String user, char[] password)
            throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) name.setName(user);
            else if (callback instanceof PasswordCallback secret) secret.setPassword(password);
            else throw new UnsupportedCallbackException(callback);
        }
    }

    /** Roles are told from users and groups by the class of their principal, whose package depends on the container. */
    private static Set<Role> roles(Subject subject) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Principal principal : subject.getPrincipals())
            if (principal.getClass().getSimpleName().equals("RolePrincipal"))
                Role.ofRealmName(principal.getName()).ifPresent(roles::add);
        return roles;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
