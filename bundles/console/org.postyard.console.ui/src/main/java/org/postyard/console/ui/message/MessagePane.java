package org.postyard.console.ui.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.MessageHistory;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.ui.preference.Settings;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** One message: its facts, where each recipient stands, and every step with the peer's reply. */
final class MessagePane extends Composite {

    private record Numbered<T>(int number, T value) {}

    private final Figures figures;
    private final PageHeader header;
    private final Label facts;
    private final Grid<Numbered<MessageHistory.Recipient>> recipients;
    private final Grid<Numbered<MessageHistory.Step>> steps;

    MessagePane(Composite parent, Settings settings, Figures figures) {
        super(parent, SWT.NONE);
        this.figures = figures;
        Theme theme = Theme.of(this);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        header = new PageHeader(this, "Message");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        facts = new Label(this, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(12, 0)
                .hint(200, SWT.DEFAULT)
                .applyTo(facts);
        theme.follow(facts, () -> {
            theme.useFont(facts, TextStyle.BODY);
            facts.setForeground(theme.color(theme.palette().text()));
            facts.setBackground(theme.color(theme.palette().background()));
            setBackground(theme.color(theme.palette().background()));
        });
        SashForm sash = new SashForm(this, SWT.VERTICAL);
        sash.setSashWidth(4);
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 6).applyTo(sash);
        recipients = new Grid<>(sash, recipientColumns());
        steps = new Grid<>(sash, stepColumns());
        sash.setWeights(38, 62);
        GridHabits.give(recipients, "message.recipient", settings, new Menu(recipients));
        GridHabits.give(steps, "message.step", settings, new Menu(steps));
        nothing("No message is selected", "Select a message above to see its recipients and every attempt.");
    }

    /** Empties the pane and says why. */
    void nothing(String title, String hint) {
        header.title("Message");
        header.subtitle("");
        facts(List.of());
        recipients.whenEmpty(EmptyState.of(title, hint));
        steps.whenEmpty(EmptyState.of("No steps", "What happened to the message, step by step, stands here."));
        recipients.setRows(Rows.none());
        steps.setRows(Rows.none());
    }

    void show(MessageHistory message) {
        header.title("Message " + message.id());
        header.subtitle(message.summary());
        facts(message.facts());
        steps.whenEmpty(EmptyState.of("No steps are known", "The journal holds none for this message."));
        recipients.setRows(numbered(message.recipients()));
        steps.setRows(numbered(message.steps()));
    }

    private void facts(List<MessageHistory.Fact> list) {
        facts.setText(list.stream()
                .filter(fact -> !fact.name().equals("Message"))
                .map(fact -> fact.name() + " " + fact.value())
                .collect(Collectors.joining("   ·   "))
                .replace("&", "&&"));
        ((GridData) facts.getLayoutData()).exclude = list.isEmpty();
        facts.setVisible(!list.isEmpty());
        layout(true, true);
    }

    private static <T> Rows<Numbered<T>> numbered(List<T> values) {
        List<Numbered<T>> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(new Numbered<>(i, values.get(i)));
        }
        return Rows.flat(rows, Numbered::number);
    }

    private List<Column<Numbered<MessageHistory.Recipient>>> recipientColumns() {
        return List.of(
                Column.<Numbered<MessageHistory.Recipient>>text(
                        "address", "Recipient", 240, row -> row.value().address()),
                Column.<Numbered<MessageHistory.Recipient>>severity(
                        "state", "State", 120, row -> Marks.of(row.value().severity()), row -> row.value()
                                .state()),
                Column.<Numbered<MessageHistory.Recipient>>number(
                        "failed",
                        "Failed attempts",
                        108,
                        row -> OptionalDouble.of(row.value().failedAttempts()),
                        value -> figures.count(Math.round(value))),
                Column.<Numbered<MessageHistory.Recipient>>text(
                                "next",
                                "Next attempt",
                                108,
                                row -> upcoming(row.value().next()))
                        .sortedBy(Comparator.comparing(row -> row.value().next().orElse(Instant.MAX))),
                Column.<Numbered<MessageHistory.Recipient>>text(
                                "reason", "Waits for, or how it ended", 520, row -> row.value()
                                        .reason())
                        .tipped(row -> row.value().reason()));
    }

    private List<Column<Numbered<MessageHistory.Step>>> stepColumns() {
        return List.of(
                Column.<Numbered<MessageHistory.Step>>text(
                                "time",
                                "Time",
                                92,
                                row -> moment(Optional.of(row.value().time())))
                        .sortedBy(Comparator.comparingInt(Numbered::number))
                        .tipped(row -> figures.dateTime(row.value().time())),
                Column.<Numbered<MessageHistory.Step>>severity(
                        "kind", "Step", 116, row -> Marks.of(row.value().severity()), row -> row.value()
                                .kind()),
                Column.<Numbered<MessageHistory.Step>>number(
                        "attempt",
                        "Attempt",
                        68,
                        row -> row.value().attempt() == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(row.value().attempt()),
                        value -> figures.count(Math.round(value))),
                Column.<Numbered<MessageHistory.Step>>text(
                        "recipient", "Recipient", 188, row -> row.value().recipient()),
                Column.<Numbered<MessageHistory.Step>>text("reply", "Reply or reason", 320, row -> row.value()
                                .reply())
                        .tipped(row -> row.value().reply()),
                Column.<Numbered<MessageHistory.Step>>text(
                                "route", "Way", 300, row -> row.value().route())
                        .tipped(row -> row.value().route()),
                Column.<Numbered<MessageHistory.Step>>text(
                        "class", "Bounce class", 104, row -> row.value().bounceClass()),
                Column.<Numbered<MessageHistory.Step>>number(
                        "millis",
                        "Took",
                        76,
                        row -> Double.isNaN(row.value().millis())
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(row.value().millis()),
                        figures::millis));
    }

    private String upcoming(Optional<Instant> time) {
        return time.map(some -> figures.upcoming(some, Instant.now())).orElse(Figures.UNKNOWN);
    }

    private String moment(Optional<Instant> time) {
        return time.map(some -> figures.moment(some, Instant.now())).orElse(Figures.UNKNOWN);
    }
}
