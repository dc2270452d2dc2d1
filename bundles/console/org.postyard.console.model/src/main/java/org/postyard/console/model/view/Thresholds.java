package org.postyard.console.model.view;

import java.time.Duration;

/**
 * From where on a number is worth a warning, and from where on it is critical.
 *
 * @param leastAttempts below that, a share says nothing
 */
public record Thresholds(
        double bounceWarning,
        double bounceCritical,
        double deferralWarning,
        double deferralCritical,
        Duration ageWarning,
        Duration ageCritical,
        long leastAttempts) {
    public static final Thresholds USUAL =
            new Thresholds(0.05, 0.20, 0.30, 0.70, Duration.ofMinutes(30), Duration.ofHours(4), 20);

    Severity ofBounces(double share) {
        return of(share, bounceWarning, bounceCritical);
    }

    Severity ofDeferrals(double share) {
        return of(share, deferralWarning, deferralCritical);
    }

    Severity ofAge(Duration age) {
        if (age.compareTo(ageCritical) >= 0) return Severity.CRITICAL;
        return age.compareTo(ageWarning) >= 0 ? Severity.WARNING : Severity.OK;
    }

    private static Severity of(double share, double warning, double critical) {
        if (Double.isNaN(share)) return Severity.OK;
        if (share >= critical) return Severity.CRITICAL;
        return share >= warning ? Severity.WARNING : Severity.OK;
    }
}
