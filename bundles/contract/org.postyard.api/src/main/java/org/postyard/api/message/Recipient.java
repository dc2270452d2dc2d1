package org.postyard.api.message;

import java.util.Locale;
import java.util.Set;

/**
 * One recipient of an envelope.
 *
 * @param address forward path without angle brackets
 * @param reports reports wanted (RFC 3461 §4.1); empty means the default, FAILURE (and perhaps DELAY)
 * @param originalRecipient ORCPT as the client sent it, for example {@code rfc822;a@b.example} (RFC 3461 §4.2); empty if absent
 */
public record Recipient(String address, Set<Notify> reports, String originalRecipient) {
    public Recipient {
        reports = Set.copyOf(reports);
        if (reports.size() > 1 && reports.contains(Notify.NEVER))
            throw new IllegalArgumentException("NOTIFY=NEVER stands alone (RFC 3461 §4.1)");
    }

    public static Recipient of(String address) {
        return new Recipient(address, Set.of(), "");
    }

    /** The part after the last @, in lower case; empty for an address without one (postmaster). */
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
