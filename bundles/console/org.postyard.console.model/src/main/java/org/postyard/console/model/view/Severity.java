package org.postyard.console.model.view;

import java.util.Locale;

/** How bad something is, from nothing known to what needs somebody now; later ones are worse. */
public enum Severity {
    UNKNOWN,
    OK,
    NOTICE,
    WARNING,
    CRITICAL;

    /** The word that stands beside colour and shape. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Severity worse(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
