package org.postyard.control.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Role;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who makes a request: Basic against the accounts of the realm, Bearer against the API keys. Thread-safe; may block. */
public final class Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";
    private static final String ANY_KEY = "(api key)";

    private final AccountRealm accounts;
    private final Supplier<ApiKeys> keys;
    private final VerifiedPasswords verified;
    private final Lockout lockout;

    public Authenticator(AccountRealm accounts, Supplier<ApiKeys> keys, VerifiedPasswords verified, Lockout lockout) {
        this.accounts = accounts;
        this.keys = keys;
        this.verified = verified;
        this.lockout = lockout;
    }

    /**
     * The caller behind an Authorization header.
     *
     * @throws ProblemException 401 if there is none, 429 while the client is locked out, 503 if nobody can tell
     */
    public Caller authenticate(Optional<String> authorization, String client) {
        String header = authorization.orElseThrow(() -> refusal("This needs an account or an API key."));
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
            return ofAccount(header.substring(BASIC.length()).trim(), client);
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            return ofKey(header.substring(BEARER.length()).trim(), client);
        throw refusal("Only Basic and Bearer authentication are known here.");
    }

    private Caller ofAccount(String encoded, String client) {
        String credentials = decode(encoded);
        int colon = credentials.indexOf(':');
        if (colon < 1) throw refusal("The Basic credentials have no account name.");
        String account = credentials.substring(0, colon);
        String password = credentials.substring(colon + 1);
        refuseWhileLocked(client, account);
        return verified.find(account, password).orElseGet(() -> ask(account, password, client));
    }

    private Caller ask(String account, String password, String client) {
        long change = verified.change();
        Optional<Set<Role>> roles = accounts.verify(account, password);
        if (roles.isEmpty()) throw failed(client, account);
        lockout.succeeded(client, account);
        Caller caller = new Caller(account, roles.get());
        verified.keep(account, password, caller, change);
        return caller;
    }

    private Caller ofKey(String token, String client) {
        refuseWhileLocked(client, ANY_KEY);
        return keys.get()
                .verify(token)
                .map(key -> new Caller("key:" + key.name(), Set.of(key.role())))
                .orElseThrow(() -> failed(client, ANY_KEY));
    }

    private ProblemException failed(String client, String account) {
        lockout.failed(client, account);
        LOG.warn("Log-in refused: client={} account={}", client, printable(account));
        return refusal("Account and password, or API key, are not right.");
    }

    private void refuseWhileLocked(String client, String account) {
        lockout.remaining(client, account).ifPresent(wait -> {
            LOG.warn("Log-in locked out: client={} account={}", client, printable(account));
            throw Problems.tooMany("Too many wrong passwords from this client; wait before you try again.", wait);
        });
    }

    private static ProblemException refusal(String detail) {
        return Problems.unauthenticated(detail);
    }

    private static String decode(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refusal("The Basic credentials are not base 64.");
        }
    }

    private static String printable(String account) {
        String visible = account.replaceAll("[^\\p{Graph}]", "?");
        return visible.length() <= 64 ? visible : visible.substring(0, 64) + "...";
    }
}
