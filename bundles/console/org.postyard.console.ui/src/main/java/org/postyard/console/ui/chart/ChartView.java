package org.postyard.console.ui.chart;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.history.Subject;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.widgets.chart.Curve;
import org.postyard.console.widgets.chart.TimeChart;
import org.postyard.console.widgets.chart.TimeWindow;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers over time: what is picked at the left is a curve at the right. */
public final class ChartView extends ConsoleView {

    /** More curves than this cannot be told apart. */
    static final int MOST_CURVES = 16;

    private static final String NOTHING_PICKED =
            "Pick things and numbers at the left; numbers are kept while this console is connected.";
    private static final String NOTHING_KNOWN = "Nothing is known of this time. Home goes back to the present.";
    private static final Logger LOG = LoggerFactory.getLogger(ChartView.class);
    private static final String LAST = "chart.last";
    private static final int TICK_MILLIS = 1_000;
    private static final List<Span> SPANS = List.of(
            new Span("5 min", Duration.ofMinutes(5)),
            new Span("15 min", Duration.ofMinutes(15)),
            new Span("1 h", Duration.ofHours(1)),
            new Span("6 h", Duration.ofHours(6)),
            new Span("24 h", Duration.ofHours(24)));
    private static final List<Pick> FIRST_PICKS = List.of(
            new Pick(Subject.RUNTIME, Metric.ACCEPTED_PER_SECOND),
            new Pick(Subject.RUNTIME, Metric.DELIVERED_PER_SECOND),
            new Pick(Subject.RUNTIME, Metric.QUEUED));

    private final List<ActionButton> spanButtons = new ArrayList<>();
    private final Set<Pick> pinned = new LinkedHashSet<>();
    private List<Pick> wanted = List.of();
    private PageHeader header;
    private Banner banner;
    private CurvePicker picker;
    private Offering offering;
    private TimeChart chart;
    private ActionButton follow;
    private ActionButton pin;
    private ChartFiles files;
    private SavedSelections saved;
    private boolean reading;
    private boolean restored;

    private record Span(String label, Duration length) {}

    @Override
    protected void createContents(Composite page) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        page.setLayout(layout);
        saved = new SavedSelections(console().settings().store());
        header = new PageHeader(page, "Charts");
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        banner = new Banner(page);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        sash.setSashWidth(1);
        theme().follow(
                        sash,
                        () -> sash.setBackground(theme().color(theme().palette().line())));
        inNextTurn(() -> {
            picker = new CurvePicker(sash, this::pickedOthers);
            offering = new Offering(uiThread(), picker, this::offered);
        });
        inNextTurn(() -> createChart(sash));
        inNextTurn(this::tools);
        whenMade(() -> {
            showSpan();
            tick();
        });
    }

    private void createChart(SashForm sash) {
        chart = new TimeChart(sash, Instant.now(), SPANS.get(1).length(), ZoneId.systemDefault());
        sash.setWeights(22, 78);
        files = new ChartFiles(uiThread(), chart, banner);
        chart.onWindow(window -> windowChanged());
        chart.emptyText(NOTHING_PICKED);
    }

    private void tools() {
        for (Span span : SPANS) {
            spanButtons.add(new ActionButton(header.tools(), ActionButton.Weight.QUIET)
                    .text(span.label())
                    .tip("Show the last " + span.label())
                    .onPress(() -> {
                        chart.length(span.length());
                        showSpan();
                    }));
        }
        follow = header.action(
                Icon.RESUME, "Now", "Follow the present again (double click in the chart)", chart::followNow);
        pin = header.action(Icon.LOCK, "Keep", "Keep these curves while others are picked", this::togglePinned);
        header.action(Icon.DOCUMENT, "Saved", "Selections of curves with a name", this::savedMenu);
        header.action(Icon.CHART, "PNG", "Save the chart as a picture", () -> files.askAndSavePicture(shell()));
        header.action(Icon.EXPORT, "CSV", "Save the values as a table", () -> files.askAndSaveTable(shell()));
    }

    private Shell shell() {
        return chart.getShell();
    }

    /** Once a second: time goes on also when there are no news. */
    private void tick() {
        if (chart.isDisposed()) {
            return;
        }
        chart.getDisplay().timerExec(TICK_MILLIS, this::tick);
        Optional<RuntimeSnapshot> snapshot = console().current().snapshot();
        chart.now(Instant.now());
        chart.staleSince(snapshot.flatMap(RuntimeSnapshot::staleSince));
        if (chart.isVisible()) {
            offering.of(snapshot);
            read();
        }
    }

    private void offered(Optional<RuntimeSnapshot> snapshot) {
        if (!restored && snapshot.filter(RuntimeSnapshot::known).isPresent()) {
            restored = true;
            restore();
        }
    }

    private void restore() {
        List<Pick> last = SavedSelections.picks(console().settings().store().getString(LAST));
        picker.pick(last.isEmpty() ? FIRST_PICKS : last);
    }

    private void pickedOthers() {
        Set<Pick> all = new LinkedHashSet<>(pinned);
        all.addAll(picker.picks());
        wanted = all.stream().limit(MOST_CURVES).toList();
        if (all.size() > MOST_CURVES) {
            banner.show(Notice.warning(
                    "%d curves are picked, and the first %d are shown".formatted(all.size(), MOST_CURVES),
                    "Pick fewer things or numbers."));
        } else {
            banner.clear();
        }
        if (restored) {
            console().settings().store().setValue(LAST, SavedSelections.text(picker.picks()));
        }
        read();
    }

    /** Reads the curves on another thread; one reading at a time, the next tick catches up. */
    private void read() {
        Optional<LiveRuntime> runtime = console().current().runtime();
        describe(runtime);
        if (runtime.isEmpty()) {
            chart.curves(List.of());
            return;
        }
        if (reading) {
            return;
        }
        reading = true;
        List<Pick> picks = wanted;
        TimeWindow window = chart.window();
        CurveReader reader = new CurveReader(runtime.get().history(), Instant.now());
        CompletableFuture.supplyAsync(() -> reader.read(picks, window))
                .whenComplete((curves, failure) -> uiThread().show(chart, () -> {
                    reading = false;
                    if (failure == null) {
                        show(curves, picks);
                    } else {
                        LOG.error("Curves cannot be read", failure);
                    }
                }));
    }

    private void show(List<Curve> curves, List<Pick> picks) {
        chart.emptyText(curves.isEmpty() ? NOTHING_PICKED : NOTHING_KNOWN);
        chart.curves(curves);
        if (!picks.equals(wanted)) {
            read();
        }
    }

    private void describe(Optional<LiveRuntime> runtime) {
        String curves = wanted.size() == 1 ? "1 curve" : wanted.size() + " curves";
        header.subtitle(runtime.map(LiveRuntime::name).orElse("not connected") + " · " + curves
                + (pinned.isEmpty() ? "" : ", " + pinned.size() + " kept"));
    }

    private void windowChanged() {
        showSpan();
        read();
    }

    private void showSpan() {
        for (int index = 0; index < spanButtons.size(); index++) {
            boolean same = chart.following()
                    && SPANS.get(index).length().toMillis() == chart.window().lengthMillis();
            spanButtons.get(index).chosen(same);
        }
        follow.chosen(chart.following());
    }

    private void togglePinned() {
        if (pinned.isEmpty()) {
            pinned.addAll(wanted);
        } else {
            pinned.clear();
        }
        pin.chosen(!pinned.isEmpty());
        pickedOthers();
    }

    private void savedMenu() {
        Menu menu = new Menu(shell(), SWT.POP_UP);
        saved.all().forEach((name, picks) -> item(menu, name, () -> choose(picks)));
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        item(menu, "Save these curves…", this::askAndSave);
        saved.all().keySet().forEach(name -> item(menu, "Delete “" + name + "”", () -> saved.delete(name)));
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, event -> action.run());
    }

    /** Asks for a name and keeps what is shown under it; returns when the dialog is closed. */
    public void askAndSave() {
        SaveSelectionDialog dialog = new SaveSelectionDialog(shell());
        if (dialog.open() == Window.OK && !dialog.name().isEmpty()) {
            saved.save(dialog.name(), wanted);
        }
    }

    /** The selections that have a name. */
    public Map<String, List<Pick>> saved() {
        return saved.all();
    }

    /** Saves the picture as PNG, and says in the banner what became of it. */
    public void savePicture(Path file) {
        files.savePicture(file);
    }

    /** Saves the values as CSV, and says in the banner what became of it. */
    public void saveTable(Path file) {
        files.saveTable(file);
    }

    /** Shows these curves and no others. */
    public void choose(List<Pick> picks) {
        pinned.clear();
        picker.pick(picks);
        if (!Set.copyOf(picks).equals(Set.copyOf(picker.picks()))) {
            // Not every number of every thing was meant: then exactly these are kept.
            picker.pick(List.of(picks.get(0)));
            pinned.addAll(picks);
        }
        pin.chosen(!pinned.isEmpty());
        pickedOthers();
    }

    @Override
    protected void focusContents() {
        picker.setFocus();
    }
}
