package org.postyard.console.ui.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Control;
import org.postyard.console.model.action.Permission;
import org.postyard.console.model.call.LimitCalls;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.view.FleetRow;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.protocol.FleetApplied;
import org.postyard.protocol.LimitChange;
import org.postyard.protocol.LimitScope;
import org.postyard.protocol.LimitView;

/**
 * The limits of servers and sources of the shown runtime: fetched when it is first seen, after each change and now and then, because
 * others change them, too; and changed here, each change with its way back. Belongs to the thread of the user interface.
 */
final class FleetLimits {

    private static final Duration LONGEST_LIFE = Duration.ofSeconds(10);

    private record Key(LimitScope scope, String name) {}

    private final Console console;
    private final Banner banner;
    private final Control shown;
    private Map<Key, Double> values = Map.of();
    private Optional<String> fetchedFrom = Optional.empty();
    private Instant fetchedAt = Instant.EPOCH;

    /**
     * @param shown is painted again when limits have come
     */
    FleetLimits(Console console, Banner banner, Control shown) {
        this.console = console;
        this.banner = banner;
        this.shown = shown;
    }

    /** Fetches them if the runtime is another one than before, or if they are old. */
    void follow() {
        Optional<String> runtime = console.current()
                .runtime()
                .filter(live -> live.snapshot().link().live())
                .map(LiveRuntime::name);
        boolean another = !runtime.equals(fetchedFrom);
        boolean old = Duration.between(fetchedAt, Instant.now()).compareTo(LONGEST_LIFE) > 0;
        if (runtime.isPresent() && (another || old)) {
            values = another ? Map.of() : values;
            fetchedFrom = runtime;
            fetch();
        }
    }

    private void fetch() {
        fetchedAt = Instant.now();
        console.current()
                .runtime()
                .ifPresent(live -> new LimitCalls(live.client()).limits().thenAccept(outcome -> outcome.value()
                        .ifPresent(limits -> console.uiThread().show(shown, () -> take(limits)))));
    }

    private void take(List<LimitView> limits) {
        Map<Key, Double> next = new HashMap<>();
        limits.forEach(limit -> next.put(new Key(limit.scope(), limit.name()), limit.value()));
        if (next.equals(values)) {
            return;
        }
        values = Map.copyOf(next);
        shown.redraw(0, 0, shown.getSize().x, shown.getSize().y, true);
    }

    /** The limit that is set for this row itself; others may count, too. */
    Optional<Double> value(Limit limit, FleetRow row) {
        return limit.name(row).map(name -> new Key(Limit.scope(row), name)).map(values::get);
    }

    boolean changeable(Limit limit, FleetRow row) {
        return limit.name(row).isPresent()
                && console.current()
                        .snapshot()
                        .filter(snapshot -> Permission.of("TUNE", snapshot).possible())
                        .isPresent();
    }

    /** Sets the limit of this row; empty takes it away. */
    void change(Limit limit, FleetRow row, Optional<Double> value) {
        if (value(limit, row).equals(value)) {
            return;
        }
        set(limit, row, value(limit, row), value);
    }

    private void set(Limit limit, FleetRow row, Optional<Double> before, Optional<Double> value) {
        String name = limit.name(row).orElseThrow();
        LimitChange change = new LimitChange(Limit.scope(row), name, value, "Changed in the console");
        String said = name + " of " + row.label() + " is now "
                + value.map(FleetLimits::text).orElse("not limited");
        console.current()
                .runtime()
                .ifPresent(live -> new LimitCalls(live.client()).change(change).thenAccept(outcome -> console.uiThread()
                        .show(banner, () -> report(outcome, said, () -> set(limit, row, value, before)))));
    }

    private void report(Outcome<FleetApplied> outcome, String said, Runnable back) {
        Optional<FleetApplied> applied = outcome.value();
        if (applied.isPresent()) {
            String version = " (version " + applied.get().version().number() + " of the fleet document).";
            banner.show(Notice.done(said + version).offering("Undo", back));
        } else {
            banner.show(Notice.error("The limit was not changed.", outcome.reason()));
        }
        fetch();
    }

    /** Without a fraction that is none. */
    static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
