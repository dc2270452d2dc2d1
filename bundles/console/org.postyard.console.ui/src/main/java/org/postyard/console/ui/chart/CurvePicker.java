package org.postyard.console.ui.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.history.Subject;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Where somebody picks what to see: the things at the top, their numbers below; every pair of both is a curve. */
final class CurvePicker extends Composite {

    private static final int METRICS_HEIGHT = 268;

    private final Theme theme;
    private final Grid<Subject> subjects;
    private final Grid<Metric> metrics;
    private final Runnable changed;
    private Offer offered = Offer.NOTHING;
    /** What is picked, and is not there: it is picked again when it comes back. */
    private Set<Object> missing = Set.of();

    private boolean quiet;

    /**
     * @param changed called when somebody picks other curves
     */
    CurvePicker(Composite parent, Runnable changed) {
        super(parent, SWT.NONE);
        this.changed = changed;
        theme = Theme.of(this);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        setLayout(layout);
        filterBox();
        subjects =
                new Grid<>(this, List.of(Column.text("name", "Runtime, servers and sources", 220, Pick::subjectLabel)));
        subjects.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        subjects.open(0);
        subjects.whenEmpty(EmptyState.of("Not connected", "Connect to a runtime to see its numbers.")
                .with(Icon.CONNECT));
        subjects.whenNothingMatches(EmptyState.of("Nothing matches", "Clear the filter to see all."));
        subjects.onSelect(selected -> {
            if (!quiet) {
                missing = Set.of();
                subjectsChanged();
            }
        });
        metrics = new Grid<>(
                this,
                List.of(Column.text("metric", "Numbers", 220, Metric::label).tipped(Metric::meaning)));
        GridData below = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        below.heightHint = METRICS_HEIGHT;
        metrics.setLayoutData(below);
        metrics.whenEmpty(EmptyState.of("Nothing picked", "Pick a thing above."));
        metrics.onSelect(selected -> tell());
        theme.follow(this, () -> setBackground(theme.color(theme.palette().surface())));
    }

    private void filterBox() {
        Composite frame = new Composite(this, SWT.NONE);
        frame.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout margins = new GridLayout();
        margins.marginWidth = 8;
        margins.marginHeight = 4;
        frame.setLayout(margins);
        Text filter = new Text(frame, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter servers and sources");
        filter.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        filter.addListener(SWT.Modify, event -> filter(filter.getText().strip()));
        theme.follow(filter, () -> theme.useFont(filter, TextStyle.BODY));
    }

    private void filter(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        subjects.filter(
                wanted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(subject -> Pick.subjectLabel(subject)
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted)));
    }

    /** What is offered now. */
    Offer offered() {
        return offered;
    }

    /** Offers these things; does nothing if they are offered already. */
    void offer(Offer next) {
        if (next == offered) {
            return;
        }
        offered = next;
        Set<Object> before = subjects.selectedKeys();
        Set<Object> wanted = new LinkedHashSet<>(before);
        wanted.addAll(missing);
        quiet = true;
        subjects.setRows(next.rows());
        if (!wanted.equals(subjects.selectedKeys())) {
            select(wanted);
        }
        quiet = false;
        // While nothing of it is there, e.g. because the runtime starts again, all stays as it was picked.
        boolean allGone = subjects.selectedKeys().isEmpty() && !missing.isEmpty();
        if (!allGone && !before.equals(subjects.selectedKeys())) {
            subjectsChanged();
        }
    }

    /** Selects what is there of it, and opens what it is below. */
    private void select(Set<?> wanted) {
        subjects.rows().roots().stream()
                .filter(root -> root.children().stream().anyMatch(child -> wanted.contains(child.key())))
                .forEach(root -> subjects.expand(root.key(), true));
        subjects.select(wanted);
        Set<Object> absent = new LinkedHashSet<>(wanted);
        absent.removeAll(subjects.selectedKeys());
        missing = absent;
    }

    private void subjectsChanged() {
        Set<Metric> offered = new LinkedHashSet<>();
        subjects.selection().forEach(subject -> offered.addAll(Pick.metricsOf(subject.kind())));
        Set<Object> before = metrics.selectedKeys();
        quiet = true;
        metrics.setRows(Rows.flat(List.copyOf(offered), metric -> metric));
        boolean kept = before.stream().anyMatch(offered::contains);
        if (!kept && !offered.isEmpty()) {
            metrics.select(List.of(offered.iterator().next()));
        }
        quiet = false;
        tell();
    }

    private void tell() {
        if (!quiet) {
            changed.run();
        }
    }

    /** Every picked number of every picked thing, as far as it is kept. */
    List<Pick> picks() {
        return subjects.selection().stream()
                .flatMap(subject -> metrics.selection().stream().map(metric -> new Pick(subject, metric)))
                .filter(Pick::known)
                .toList();
    }

    /** Picks the things and numbers of these curves. */
    void pick(List<Pick> picks) {
        Set<Subject> things = picks.stream().map(Pick::subject).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Metric> numbers = picks.stream().map(Pick::metric).collect(Collectors.toCollection(LinkedHashSet::new));
        quiet = true;
        select(things);
        quiet = false;
        subjectsChanged();
        metrics.select(numbers);
    }

    @Override
    public boolean setFocus() {
        return subjects.setFocus();
    }
}
