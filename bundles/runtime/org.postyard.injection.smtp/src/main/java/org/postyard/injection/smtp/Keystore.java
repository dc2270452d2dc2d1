package org.postyard.injection.smtp;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the listener's certificate and key. */
final class Keystore {
    private static final Logger LOG = LoggerFactory.getLogger(Keystore.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private Keystore() {}

    /** TLS 1.2 and newer with the certificate of the file; empty, with the reason in the log, if it cannot be used. */
    static Optional<SslContext> load(String file, String password) {
        if (file.isBlank()) return Optional.empty();
        Path path = Path.of(resolve(file));
        if (!Files.isRegularFile(path)) {
            LOG.warn("no TLS and no AUTH: there is no keystore file={} setting=keystore", path);
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password.toCharArray());
            return Optional.of(SslContextBuilder.forServer(keys)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build());
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.error(
                    "no TLS and no AUTH: the keystore cannot be used file={} settings=keystore,keystorePassword reason={}",
                    path,
                    unreadable.toString());
            return Optional.empty();
        }
    }

    /** Puts system properties in the place of their names, as in {@code ${karaf.etc}}. */
    static String resolve(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(System.getProperty(found.group(1), found.group())));
    }
}
