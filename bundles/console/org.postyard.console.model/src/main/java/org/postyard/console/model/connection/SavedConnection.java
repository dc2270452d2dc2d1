package org.postyard.console.model.connection;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A runtime that somebody wants to reach again.
 *
 * @param name unique among the saved ones; what people see
 * @param url scheme, host and port, such as {@code https://127.0.0.1:8443}; a path is dropped
 * @param account of the runtime's realm; empty if the secret is an API key
 * @param fingerprint SHA-256 of the pinned certificate; empty until somebody approved one
 */
public record SavedConnection(String name, URI url, String account, Optional<String> fingerprint) {
    public SavedConnection {
        if (name.isBlank()) throw new IllegalArgumentException("A connection needs a name.");
        url = checked(url);
    }

    /**
     * Reads an address as people type it: {@code yard.example.org}, {@code 10.0.0.1:8443}, {@code https://yard:8443}.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static URI urlOf(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) throw new IllegalArgumentException("An address is needed, such as https://127.0.0.1:8443.");
        String full = text.contains("://") ? text : "https://" + text;
        try {
            return checked(URI.create(full));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no address such as https://127.0.0.1:8443.", e);
        }
    }

    public SavedConnection pinned(String newFingerprint) {
        return new SavedConnection(name, url, account, Optional.of(newFingerprint));
    }

    public SavedConnection unpinned() {
        return new SavedConnection(name, url, account, Optional.empty());
    }

    private static URI checked(URI url) {
        if (url.getHost() == null) throw new IllegalArgumentException("The address " + url + " names no host.");
        if (!url.getScheme().toLowerCase(Locale.ROOT).equals("https"))
            throw new IllegalArgumentException("The address " + url + " must begin with https://.");
        int port = url.getPort() < 0 ? 8443 : url.getPort();
        return URI.create("https://" + url.getHost() + ":" + port);
    }
}
