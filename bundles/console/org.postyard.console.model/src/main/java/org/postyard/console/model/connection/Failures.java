package org.postyard.console.model.connection;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts failures of the network into sentences for people. */
final class Failures {
    private Failures() {}

    static <T> Outcome<T> outcomeOf(Throwable failure, URI url) {
        CertificateRefused refused = causeOf(failure, CertificateRefused.class);
        if (refused != null)
            return new Outcome.Unreachable<>(
                    refused.changed() ? Trouble.CERTIFICATE_CHANGED : Trouble.CERTIFICATE_NEW,
                    refused.text(),
                    Optional.of(refused.shown()));
        return new Outcome.Unreachable<>(troubleOf(failure), reasonOf(failure, url), Optional.empty());
    }

    private static Trouble troubleOf(Throwable failure) {
        if (isTimeout(failure)) return Trouble.TIMEOUT;
        if (has(failure, ConnectException.class) || isUnknownHost(failure)) return Trouble.NO_CONNECTION;
        return has(failure, SSLException.class) ? Trouble.INSECURE : Trouble.BROKEN;
    }

    private static String reasonOf(Throwable failure, URI url) {
        String address = url.getHost() + ":" + url.getPort();
        if (isTimeout(failure))
            return address + " did not answer in time. Is the runtime overloaded or the way blocked?";
        if (isUnknownHost(failure)) return "The name " + url.getHost() + " is not known. Check the address.";
        if (has(failure, ConnectException.class)) return "Nothing listens at " + address + ". Is the runtime running?";
        if (has(failure, CertificateExpiredException.class))
            return "The certificate of " + address + " has expired. Give the runtime a new one.";
        if (has(failure, CertificateNotYetValidException.class))
            return "The certificate of " + address + " is not valid yet. Compare the clocks of both machines.";
        if (has(failure, SSLException.class))
            return "No secure connection to " + address + ": " + messageOf(failure) + ". Is this the HTTPS port?";
        return "The connection to " + address + " broke: " + messageOf(failure) + ".";
    }

    private static boolean isTimeout(Throwable failure) {
        return has(failure, HttpTimeoutException.class) || has(failure, TimeoutException.class);
    }

    private static boolean isUnknownHost(Throwable failure) {
        return has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class);
    }

    private static String messageOf(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause.getMessage() != null) last = cause;
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message.replaceFirst("[.?!]+$", "");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return causeOf(failure, type) != null;
    }

    private static <E extends Throwable> @Nullable E causeOf(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (type.isInstance(cause)) return type.cast(cause);
        return null;
    }
}
