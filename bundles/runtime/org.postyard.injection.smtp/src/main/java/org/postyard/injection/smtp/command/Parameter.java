package org.postyard.injection.smtp.command;

import java.util.Locale;

/** One parameter of MAIL or RCPT (RFC 5321 §4.1.1.11): keyword in upper case, and value as given. */
record Parameter(String name, String value) {
    static Parameter of(String word) {
        int equals = word.indexOf('=');
        return equals < 0
                ? new Parameter(word.toUpperCase(Locale.ROOT), "")
                : new Parameter(word.substring(0, equals).toUpperCase(Locale.ROOT), word.substring(equals + 1));
    }
}
