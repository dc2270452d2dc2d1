package org.postyard.engine.yard;

import java.util.Locale;
import org.postyard.api.suppression.Suppression;

/** Says in one sentence why an address is not sent to. */
public final class SuppressionReasons {
    private SuppressionReasons() {}

    public static String sentence(Suppression suppression) {
        return "suppressed since " + suppression.since() + ": "
                + suppression.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", by "
                + suppression.source();
    }
}
