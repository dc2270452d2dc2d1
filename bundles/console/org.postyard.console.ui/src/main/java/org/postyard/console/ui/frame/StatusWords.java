package org.postyard.console.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.protocol.HealthPartView;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.LedgerLineView;
import org.postyard.protocol.LedgerView;

/** What the line at the bottom of the window says of a snapshot. */
final class StatusWords {

    /** One statement, and the view that says more. */
    record Word(Severity severity, String text, String tip, Destination destination) {}

    private StatusWords() {}

    static List<Word> of(Optional<RuntimeSnapshot> shown, List<RuntimeSnapshot> others) {
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
        words.add(health(snapshot));
        long away = others.stream().filter(other -> !other.link().live()).count();
        if (away > 0) {
            words.add(new Word(
                    Severity.WARNING,
                    away + " of " + others.size() + " other connections without news",
                    "Runtimes that are not shown",
                    Destination.CONNECTIONS));
        }
        return words;
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

    private static Word health(RuntimeSnapshot snapshot) {
        Optional<HealthView> known = snapshot.health();
        if (known.isEmpty() || !snapshot.link().live()) {
            return new Word(Severity.UNKNOWN, "Health: not known now", "", Destination.OVERVIEW);
        }
        List<HealthPartView> unwell =
                known.get().parts().stream().filter(part -> !part.well()).toList();
        if (unwell.isEmpty()) {
            return new Word(Severity.OK, "No alerts", "All parts of the node are well", Destination.OVERVIEW);
        }
        Severity severity = known.get().ready() ? Severity.WARNING : Severity.CRITICAL;
        String text = unwell.size() == 1 ? "1 alert" : unwell.size() + " alerts";
        return new Word(
                severity, text, unwell.get(0).name() + ": " + unwell.get(0).reason(), Destination.OVERVIEW);
    }
}
