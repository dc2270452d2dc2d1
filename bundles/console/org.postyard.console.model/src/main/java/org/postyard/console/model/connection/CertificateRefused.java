package org.postyard.console.model.connection;

import java.security.cert.CertificateException;
import java.util.Optional;

/** Says that a runtime showed a certificate that nobody approved, and carries it. */
final class CertificateRefused extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient PresentedCertificate shown;
    private final transient Optional<String> pinned;

    CertificateRefused(PresentedCertificate shown, Optional<String> pinned) {
        super(pinned.isEmpty() ? "certificate not approved yet" : "certificate has changed");
        this.shown = shown;
        this.pinned = pinned;
    }

    PresentedCertificate shown() {
        return shown;
    }

    /** Whether another certificate was approved before. */
    boolean changed() {
        return pinned.isPresent();
    }

    String text() {
        if (pinned.isEmpty())
            return "The runtime shows a certificate that nobody has approved yet. Compare its SHA-256 fingerprint "
                    + shown.fingerprint() + " with the one that the runtime printed, then approve it.";
        return "The certificate of the runtime has changed: approved was " + pinned.get() + ", shown is "
                + shown.fingerprint() + ". Either somebody gave the runtime a new certificate, or somebody else"
                + " answers in its place. Approve the new one only if you know that it was replaced.";
    }
}
