package org.postyard.console.widgets.gallery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.widgets.chart.TimeChart;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.form.FormRows;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.IconPainter;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.page.ProgressLine;
import org.postyard.console.widgets.table.CellEditing;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.GridSettings;
import org.postyard.console.widgets.table.Rows;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;
import org.postyard.console.widgets.tile.LedgerStrip;
import org.postyard.console.widgets.tile.ShareBar;
import org.postyard.console.widgets.tile.Tile;
import org.postyard.console.widgets.tile.TileBoard;
import org.postyard.console.widgets.tile.TileValue;

/** Shows every widget with made-up values, for looking at them: pages of their own for grid, dashboard, forms, icons. */
public final class Gallery {
    private Gallery() {}

    /** Arguments: the name of a page and "dark" or "light". */
    public static void main(String[] arguments) {
        Display display = new Display();
        Theme.of(display).use(List.of(arguments).contains("dark") ? Palette.dark() : Palette.light());
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(1280, 800);
        Page page = List.of(Page.values()).stream()
                .filter(each -> List.of(arguments).contains(each.name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElse(Page.GRID);
        page.build(shell);
        shell.open();
        while (!shell.isDisposed()) if (!display.readAndDispatch()) display.sleep();
        display.dispose();
    }

    /** What can be looked at. */
    enum Page {
        GRID,
        DASHBOARD,
        FORM,
        CHART,
        ICONS;

        void build(Composite parent) {
            switch (this) {
                case GRID -> grid(parent);
                case DASHBOARD -> dashboard(parent);
                case FORM -> form(parent);
                case CHART -> chart(parent);
                case ICONS -> icons(parent);
            }
        }
    }

    static Composite page(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        page.setLayout(layout);
        Theme theme = Theme.of(page);
        theme.follow(page, () -> page.setBackground(theme.color(theme.palette().background())));
        return page;
    }

    private static void fill(Composite child) {
        child.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    }

    static Grid<SampleServer> grid(Composite parent) {
        Composite page = page(parent);
        PageHeader header = new PageHeader(page, "Fleet");
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        header.subtitle("8 servers, 32 sources · 3 not well");
        header.filterBox("Filter servers and sources", text -> {});
        header.action(Icon.DRAIN, "Drain", "Finish what is in flight, take nothing new", () -> {});
        header.action(Icon.HOLD, "Hold", "", () -> {}).unless(Optional.of("Your role may not hold queues"));
        header.action(Icon.EXPORT, "Export as CSV", () -> {});
        Banner banner = new Banner(page);
        banner.show(Notice.warning(
                        "mta-03.lon1 answers slowly since 14:02:11: 61 % of its probes took longer than 5 s",
                        "Drain it to move its mail to the other servers of its pools.")
                .offering("Drain mta-03.lon1", () -> {}));
        Composite upper = new Composite(page, SWT.NONE);
        fill(upper);
        upper.setLayout(new FillLayout(SWT.VERTICAL));
        Grid<SampleServer> grid = new Grid<>(upper, SampleFleet.columns(editing()));
        grid.setRows(SampleFleet.tree(8, 4, 7));
        grid.sortBy(Optional.of(new GridSettings.Sort("rate", false)));
        grid.select(List.of(grid.rows().roots().get(1).key()));
        Composite lower = new Composite(upper, SWT.NONE);
        lower.setLayout(new FillLayout(SWT.HORIZONTAL));
        Grid<SampleServer> stale = new Grid<>(lower, SampleFleet.columns(editing()));
        stale.setRows(SampleFleet.tree(8, 4, 9));
        stale.staleSince(Optional.of("12:03:10"));
        Grid<SampleServer> empty = new Grid<>(lower, SampleFleet.columns(editing()));
        empty.setRows(Rows.none());
        empty.whenEmpty(EmptyState.of("No servers yet", "Mail goes to the simulator until the first server is added.")
                .with(Icon.SERVER)
                .linked("Open the fleet document", () -> {}));
        return grid;
    }

    private static CellEditing<SampleServer> editing() {
        return new CellEditing<>() {
            @Override
            public boolean editable(SampleServer row) {
                return true;
            }

            @Override
            public String text(SampleServer row) {
                return String.valueOf(row.queued());
            }

            @Override
            public Optional<String> problem(SampleServer row, String text) {
                return text.matches("\\d+") ? Optional.empty() : Optional.of("a whole number");
            }

            @Override
            public void commit(SampleServer row, String text) {}
        };
    }

    static void dashboard(Composite parent) {
        Composite page = page(parent);
        PageHeader header = new PageHeader(page, "Overview");
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        header.subtitle("3 runtimes · live");
        ProgressLine progress = new ProgressLine(page);
        progress.show("Installing connector", OptionalDouble.of(0.43), Optional.of(() -> {}));
        TileBoard board = new TileBoard(page, 220);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.horizontalIndent = 12;
        board.setLayoutData(place);
        double[] history = SampleFleet.sample("x", new Random(3)).history();
        tile(board, "Delivered", TileValue.of("1,284", "/s").over(history).trending("+12 % in 10 min", Severity.OK));
        tile(
                board,
                "Oldest in queue",
                TileValue.of("42", "min").judged(Severity.WARNING).over(history).trending("+9 min", Severity.WARNING));
        tile(
                board,
                "Bounced",
                TileValue.of("7.31", "%")
                        .judged(Severity.CRITICAL)
                        .over(history)
                        .trending("+4.1 %", Severity.CRITICAL));
        tile(board, "In flight", TileValue.of("3,902", "").over(history)).staleSince(Optional.of("12:03:10"));
        LedgerStrip ledger = new LedgerStrip(page);
        GridData strip = new GridData(SWT.FILL, SWT.TOP, true, false);
        strip.verticalIndent = 8;
        strip.horizontalIndent = 12;
        ledger.setLayoutData(strip);
        ledger.show(new LedgerStrip.Sum(
                new LedgerStrip.Entry("accepted", "18,402,114"),
                List.of(
                        new LedgerStrip.Entry("delivered", "17,993,020"),
                        new LedgerStrip.Entry("relayed", "120,551"),
                        new LedgerStrip.Entry("bounced", "201,772"),
                        new LedgerStrip.Entry("expired", "4,120"),
                        new LedgerStrip.Entry("suppressed", "61,904"),
                        new LedgerStrip.Entry("cancelled", "0"),
                        new LedgerStrip.Entry("queued", "20,747")),
                Severity.OK,
                "balanced"));
        TileBoard lower = new TileBoard(page, 300);
        GridData below = new GridData(SWT.FILL, SWT.TOP, true, false);
        below.verticalIndent = 8;
        below.horizontalIndent = 12;
        lower.setLayoutData(below);
        new ShareBar(lower, "Delivered by provider, last hour")
                .show(List.of(
                        ShareBar.Part.of("Gmail", 50_210),
                        ShareBar.Part.of("Outlook", 31_002),
                        ShareBar.Part.of("Yahoo", 14_750),
                        ShareBar.Part.of("GMX", 9_120),
                        ShareBar.Part.of("Others", 6_208)));
        new ShareBar(lower, "Attempts by result, last hour")
                .show(List.of(
                        ShareBar.Part.of("Delivered", 111_290).judged(Severity.OK),
                        ShareBar.Part.of("Deferred", 14_207).judged(Severity.WARNING),
                        ShareBar.Part.of("Bounced", 2_281).judged(Severity.CRITICAL)));
        new ShareBar(lower, "Alerts by pool, last hour").show(List.of());
    }

    private static Tile tile(Composite board, String title, TileValue value) {
        Tile tile = new Tile(board, title);
        tile.show(value);
        return tile;
    }

    static void form(Composite parent) {
        Composite page = page(parent);
        Banner banner = new Banner(page);
        banner.show(Notice.error(
                "The fleet document was not applied: line 14, the pool \"bulk\" is not defined",
                "Define the pool or correct its name; nothing was changed."));
        FormRows form = new FormRows(page);
        fill(form);
        form.text("Name", "How the runtime is called in this console", "Frankfurt");
        form.text("Address", "https://host:port", "https://127.0.0.1:8443")
                .problem(Optional.of("nobody answers at this port"));
        form.password("Password", "");
        form.text("Connections per source", "at once, for each destination site", "20");
        Composite buttons = new Composite(page, SWT.NONE);
        buttons.setLayout(new GridLayout(4, false));
        buttons.setBackground(Theme.of(page).color(Theme.of(page).palette().background()));
        new ActionButton(buttons, ActionButton.Weight.PRIMARY)
                .icon(Icon.CONNECT)
                .text("Connect");
        new ActionButton(buttons, ActionButton.Weight.NORMAL).text("Cancel");
        new ActionButton(buttons, ActionButton.Weight.DANGER).icon(Icon.DELETE).text("Delete 1,204 messages");
        new ActionButton(buttons, ActionButton.Weight.QUIET)
                .icon(Icon.HOLD)
                .text("Hold")
                .unless(Optional.of("not yours"));
    }

    static TimeChart chart(Composite parent) {
        Composite page = page(parent);
        PageHeader header = new PageHeader(page, "Charts");
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        header.action(Icon.EXPORT, "Save as PNG", () -> {});
        Composite charts = new Composite(page, SWT.NONE);
        charts.setLayout(new FillLayout(SWT.VERTICAL));
        fill(charts);
        Instant now = Instant.parse("2026-03-14T15:09:26Z");
        TimeChart chart = new TimeChart(charts, now, Duration.ofHours(2), ZoneOffset.UTC);
        chart.curves(List.of(
                SampleCurves.walk("a", "mta-01.fra1 Rate", "recipients/s", 7_200, now, 1),
                SampleCurves.walk("b", "mta-02.ams2 Rate", "recipients/s", 7_200, now, 2),
                SampleCurves.walk("c", "mta-03.lon1 Latency", "ms", 7_200, now, 3)));
        chart.staleSince(Optional.of(now.minus(Duration.ofMinutes(9))));
        chart.notifyListeners(SWT.MouseMove, at(520, 160));
        TimeChart day = new TimeChart(charts, now, Duration.ofHours(24), ZoneOffset.UTC);
        day.curves(List.of(SampleCurves.walk("d", "Queued", "recipients", 86_400, now, 4)));
        return chart;
    }

    private static Event at(int x, int y) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        return event;
    }

    static void icons(Composite parent) {
        Canvas canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        Theme theme = Theme.of(canvas);
        theme.follow(canvas, canvas::redraw);
        canvas.addPaintListener(event -> {
            event.gc.setBackground(theme.color(theme.palette().surface()));
            event.gc.fillRectangle(canvas.getClientArea());
            event.gc.setFont(theme.font(TextStyle.SMALL));
            int index = 0;
            for (Icon icon : Icon.values()) {
                int x = 24 + index % 10 * 122;
                int y = 20 + index / 10 * 84;
                new IconPainter(theme)
                        .paint(event.gc, icon, x, y + 4, 16, theme.palette().tool());
                new IconPainter(theme)
                        .paint(event.gc, icon, x + 32, y, 24, theme.palette().accent());
                event.gc.setForeground(theme.color(theme.palette().muted()));
                event.gc.drawString(icon.name().toLowerCase(java.util.Locale.ROOT), x, y + 34, true);
                index++;
            }
        });
    }
}
