package org.postyard.connector.smtp;

import java.net.IDN;
import java.util.Optional;

/** Brings mail addresses into the form in which a peer can take them. */
final class Addresses {
    private Addresses() {}

    /**
     * Whether an address can stand in a command at all: no control characters and, outside quotes, no spaces and angle
     * brackets, each of which would end or split the command.
     */
    static boolean speakable(String address) {
        boolean quoted = false;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < ' ' || c == 0x7f) return false;
            if (!quoted && (c == ' ' || c == '<' || c == '>')) return false;
            if (c == '"') quoted = !quoted;
            if (c == '\\' && quoted) i++;
        }
        return !quoted;
    }

    static boolean ascii(String address) {
        for (int i = 0; i < address.length(); i++) if (address.charAt(i) > 0x7e) return false;
        return true;
    }

    /** The address for a peer without SMTPUTF8, its domain in A-labels (RFC 5890); empty if its local part is not ASCII. */
    static Optional<String> withoutUtf8(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0 || !ascii(address.substring(0, at))) return Optional.empty();
        try {
            return Optional.of(address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a text can be the value of an ESMTP parameter (RFC 5321 §4.1.2, esmtp-value); empty cannot. */
    static boolean parameterValue(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) <= ' ' || text.charAt(i) > 0x7e) return false;
        return !text.isEmpty();
    }
}
