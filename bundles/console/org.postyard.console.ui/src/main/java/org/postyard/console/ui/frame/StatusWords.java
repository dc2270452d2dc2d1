package org.postyard.console.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Alerts;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.protocol.LedgerLineView;
import org.postyard.protocol.LedgerView;

/** What the line at the bottom of the window says of a snapshot. */
final class StatusWords {

    /** One statement, and the view that says more. */
    record Word(Severity severity, String text, String tip, Destination destination) {}

    private StatusWords() {}

    static List<Word> of(Optional<RuntimeSnapshot> shown, List<RuntimeSnapshot> others, Optional<Alerts> alerts) {
        List<Word> words = new ArrayList<>();
        if (shown.isEmpty()) {
            words.add(new Word(
                    Severity.UNKNOWN, "No connection is open", "Connect to a runtime", Destination.CONNECTIONS));
            return words;
        }
        RuntimeSnapshot snapshot = shown.get();
        words.add(new Word(
                RuntimeWords.severity(snapshot.link()),
                snapshot.runtime() + ": " + RuntimeWords.words(snapshot.link()),
                snapshot.link().reason(),
                Destination.CONNECTIONS));
        words.add(ledger(snapshot));
        words.add(alerts(snapshot, alerts));
        others(others).ifPresent(words::add);
        return words;
    }

    /** Where one of those that are not shown only needs somebody to give its password, that is said first. */
    private static Optional<Word> others(List<RuntimeSnapshot> others) {
        Optional<RuntimeSnapshot> waiting =
                others.stream().filter(other -> other.link().wantsSecret()).findFirst();
        long away = others.stream().filter(other -> !other.link().live()).count();
        if (waiting.isPresent() && away == 1) {
            RuntimeSnapshot one = waiting.get();
            String text = one.runtime() + ": " + RuntimeWords.words(one.link());
            return Optional.of(new Word(Severity.WARNING, text, one.link().reason(), Destination.CONNECTIONS));
        }
        String text = away + " of " + others.size() + " other connections without news";
        return away == 0
                ? Optional.empty()
                : Optional.of(new Word(Severity.WARNING, text, "Runtimes that are not shown", Destination.CONNECTIONS));
    }

    private static Word ledger(RuntimeSnapshot snapshot) {
        Optional<LedgerView> known = snapshot.ledger();
        if (known.isEmpty() || !snapshot.link().live()) {
            return new Word(Severity.UNKNOWN, "Ledger: not known now", "", Destination.OVERVIEW);
        }
        LedgerView ledger = known.get();
        if (ledger.balanced()) {
            return new Word(
                    Severity.OK,
                    "Ledger balanced",
                    "Accepted equals what became of it and what is queued; compared "
                            + RuntimeWords.time(ledger.checkedAt()),
                    Destination.OVERVIEW);
        }
        long missing = ledger.lines().stream()
                .mapToLong(LedgerLineView::difference)
                .map(Math::abs)
                .sum();
        return new Word(
                Severity.CRITICAL,
                "Ledger does not balance: " + missing + " recipients",
                "What was accepted is not what became of it and what is queued",
                Destination.OVERVIEW);
    }

    private static Word alerts(RuntimeSnapshot snapshot, Optional<Alerts> found) {
        if (snapshot.health().isEmpty() || found.isEmpty() || !snapshot.link().live()) {
            return new Word(Severity.UNKNOWN, "Alerts: not known now", "", Destination.OVERVIEW);
        }
        Alerts alerts = found.get();
        if (alerts.count() == 0) {
            return new Word(
                    Severity.OK,
                    "No alerts",
                    "All parts of the node, servers, pools, queues and providers are well",
                    Destination.OVERVIEW);
        }
        String text = alerts.count() == 1 ? "1 alert" : alerts.count() + " alerts";
        return new Word(Marks.of(alerts.severity()), text, alerts.worst(), Destination.OVERVIEW);
    }
}
