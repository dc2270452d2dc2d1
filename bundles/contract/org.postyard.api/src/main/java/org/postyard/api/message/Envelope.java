package org.postyard.api.message;

import java.util.List;

/**
 * The SMTP envelope of one message (RFC 5321 §2.3.1).
 *
 * @param sender reverse path without angle brackets; empty for the null sender
 * @param recipients forward paths in the order in which the client gave them; at least one
 * @param dsnReturn how much a failure report returns (RFC 3461 §4.3)
 * @param envelopeId ENVID as the client sent it, xtext-encoded (RFC 3461 §4.4); empty if absent
 * @param eightBit whether the content has octets above 127 (RFC 6152)
 * @param smtpUtf8 whether the client asked for SMTPUTF8 (RFC 6531)
 */
public record Envelope(
        String sender,
        List<Recipient> recipients,
        DsnReturn dsnReturn,
        String envelopeId,
        boolean eightBit,
        boolean smtpUtf8) {
    public Envelope {
        if (recipients.isEmpty()) throw new IllegalArgumentException("an envelope needs a recipient");
        recipients = List.copyOf(recipients);
    }

    /** An envelope without any extension. */
    public static Envelope of(String sender, List<String> recipients) {
        return new Envelope(
                sender, recipients.stream().map(Recipient::of).toList(), DsnReturn.UNSPECIFIED, "", false, false);
    }
}
