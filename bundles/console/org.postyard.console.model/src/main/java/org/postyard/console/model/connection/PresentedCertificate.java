package org.postyard.console.model.connection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A certificate that a runtime showed, for a person to compare with what the runtime printed.
 *
 * @param fingerprint SHA-256 of the certificate: 32 bytes in hexadecimal, upper case, with colons
 */
public record PresentedCertificate(
        String subject, String issuer, Instant notBefore, Instant notAfter, String fingerprint) {

    static PresentedCertificate of(X509Certificate certificate) {
        return new PresentedCertificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                fingerprintOf(certificate));
    }

    private static String fingerprintOf(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it came encoded", e);
        }
    }
}
