package org.postyard.console.model.view;

import java.time.Instant;
import java.util.List;
import org.postyard.console.model.history.AttemptWindow;
import org.postyard.console.model.snapshot.RuntimeSnapshot;

/**
 * How much of a runtime hurts mail or soon will, for one word in a line of status. Connection and ledger are not counted: they have words
 * of their own.
 *
 * @param severity of the worst
 * @param worst what it is and why; empty if nothing is
 */
public record Alerts(int count, Severity severity, String worst) {

    public static Alerts of(
            RuntimeSnapshot snapshot, AttemptWindow attempts, Thresholds thresholds, Figures figures, Instant now) {
        List<OverviewModel.Errors> providers = OverviewModel.errors(attempts.byProvider(now), thresholds);
        List<Concern> alerts = new Concerns(thresholds, figures)
                .of(snapshot, providers, now).stream()
                        .filter(concern -> concern.severity().compareTo(Severity.WARNING) >= 0)
                        .filter(concern -> !(concern.target() instanceof Target.ToConnection)
                                && !(concern.target() instanceof Target.ToLedger))
                        .toList();
        return alerts.stream()
                .findFirst()
                .map(first -> new Alerts(alerts.size(), first.severity(), first.subject() + ": " + first.reason()))
                .orElse(new Alerts(0, Severity.OK, ""));
    }
}
