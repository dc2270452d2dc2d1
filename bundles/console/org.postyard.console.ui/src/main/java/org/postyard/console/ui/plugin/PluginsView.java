package org.postyard.console.ui.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.admin.PluginFileCalls;
import org.postyard.console.model.call.PluginCalls;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.ui.administration.AdminView;
import org.postyard.console.ui.dialog.Question;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Grid;
import org.postyard.protocol.JobView;
import org.postyard.protocol.PluginPreview;
import org.postyard.protocol.PluginView;
import org.postyard.protocol.UploadView;

/** Bundles with their slots, and features: installed from files, updated, drained, stopped and rolled back here. */
public final class PluginsView extends AdminView {

    private static final String MANAGE = "MANAGE_PLUGINS";
    private static final int LOOK_MILLIS = 2000;
    private static final long LARGEST_BYTES = 134_217_728;

    private PluginTable table;
    private JobFollower follower;
    private ActionButton bundles;
    private ActionButton features;
    private ActionButton install;
    private PluginTools tools;
    private boolean showsFeatures;
    private boolean working;

    @Override
    protected void fill(PageHeader top, Composite body) {
        bundles = top.action(Icon.PLUG_IN, "Bundles", "Plug-in bundles with their slots", () -> show(false));
        features = top.action(Icon.POOL, "Features", "Features: bundles that come and go together", () -> show(true));
        bundles.chosen(true);
        tools = new PluginTools(top, this::begin, this::featureJob);
        tools.show(showsFeatures);
        top.filterBox("Filter", text -> table.filter(text));
        install = top.primary(Icon.ADD, "Install…", "Install or update from a file (.jar or .kar)", this::chooseFile);
        inNextTurn(() -> createTable(body));
        whenMade(this::look);
    }

    private void createTable(Composite body) {
        table = new PluginTable(body);
        List<String> ids = List.of("plugin", "feature");
        for (int index = 0; index < ids.size(); index++) {
            Grid<PluginRow> grid = table.both().get(index);
            GridHabits.give(grid, ids.get(index), console().settings(), new Menu(grid));
            grid.onSelect(rows -> refreshActions());
        }
        follower = new JobFollower(progress(), new RuntimeJobs());
    }

    private void look() {
        if (table.grid().isDisposed()) {
            return;
        }
        if (table.grid().isVisible() && refusal("WATCH").isEmpty()) {
            reload();
        }
        table.grid().getDisplay().timerExec(LOOK_MILLIS, this::look);
    }

    private void show(boolean wantsFeatures) {
        showsFeatures = wantsFeatures;
        bundles.chosen(!wantsFeatures);
        features.chosen(wantsFeatures);
        tools.show(wantsFeatures);
        table.show(wantsFeatures);
        reload();
        refreshActions();
    }

    @Override
    protected void reload() {
        if (showsFeatures) {
            ask(client -> new PluginFileCalls(client).features(), outcome -> outcome.value()
                    .ifPresent(found -> {
                        if (showsFeatures) {
                            table.showFeatures(found);
                            header().subtitle(found.size() + " features");
                            refreshActions();
                        }
                    }));
        } else {
            ask(client -> new PluginCalls(client).plugins(), outcome -> outcome.value()
                    .ifPresent(this::showBundles));
        }
    }

    private void showBundles(List<PluginView> found) {
        if (showsFeatures) {
            return;
        }
        table.showBundles(found);
        long unwell = found.stream().filter(plugin -> !plugin.well()).count();
        header().subtitle(found.size()
                + (found.size() == 1 ? " plug-in" : " plug-ins")
                + (unwell == 0 ? ", all well" : ", " + unwell + " not well"));
        refreshActions();
    }

    @Override
    protected void clear() {
        table.clear();
        header().subtitle("");
    }

    @Override
    protected void refreshActions() {
        Optional<String> refused =
                refusal(MANAGE).or(() -> working ? Optional.of("Another change is under way.") : Optional.empty());
        install.unless(refused);
        tools.enable(refused, table.grid().selection().stream().findFirst());
    }

    private void chooseFile() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText("Install or update a plug-in");
        dialog.setFilterNames(new String[] {"Bundles and feature archives", "All files"});
        dialog.setFilterExtensions(new String[] {"*.jar;*.kar", "*"});
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(this::upload);
    }

    /** Sends a file and asks whether to do what it would do. */
    public void upload(Path file) {
        banner().clear();
        CompletableFuture.supplyAsync(() -> read(file))
                .whenComplete((bytes, trouble) -> uiThread().show(table.grid(), () -> {
                    if (trouble != null) {
                        String reason = trouble.getCause() == null
                                ? trouble.getMessage()
                                : trouble.getCause().getMessage();
                        failed("Reading " + file.getFileName(), String.valueOf(reason));
                    } else {
                        send(file, bytes);
                    }
                }));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new IOException("it is larger than " + LARGEST_BYTES + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void send(Path file, byte[] bytes) {
        progress().show("Sending " + file.getFileName(), OptionalDouble.empty(), Optional.empty());
        ask(client -> new PluginFileCalls(client).upload(file.getFileName().toString(), bytes), outcome -> {
            progress().done();
            if (outcome.value().isPresent()) {
                decide(outcome.value().get());
            } else {
                failed("Installing " + file.getFileName(), outcome.reason());
            }
        });
    }

    private void decide(UploadView upload) {
        String verb = upload.preview().action().equals("update") ? "Update" : "Install";
        if (PreviewDialog.ask(getSite().getShell(), upload.preview(), verb)) {
            run(verb, client -> new PluginFileCalls(client).install(upload.id()));
        } else {
            ask(client -> new PluginFileCalls(client).discard(upload.id()), outcome -> {});
        }
    }

    private void begin(String action) {
        Optional<PluginView> plugin =
                table.grid().selection().stream().findFirst().flatMap(PluginRow::plugin);
        if (plugin.isEmpty()) {
            return;
        }
        long id = plugin.get().id();
        String verb = verb(action);
        if (action.equals("start") || action.equals("open")) {
            run(verb, client -> new PluginFileCalls(client).begin(id, action));
            return;
        }
        ask(verb, client -> new PluginFileCalls(client).preview(id, action), (PluginPreview preview) -> {
            if (PreviewDialog.ask(getSite().getShell(), preview, verb)) {
                run(verb, client -> new PluginFileCalls(client).begin(id, action));
            }
        });
    }

    private static String verb(String action) {
        return action.equals("rollback") ? "Roll back" : Character.toUpperCase(action.charAt(0)) + action.substring(1);
    }

    private void featureJob(boolean installs) {
        table.grid().selection().stream()
                .findFirst()
                .flatMap(PluginRow::feature)
                .ifPresent(feature -> {
                    String verb = installs ? "Install" : "Remove";
                    String text = verb + " the feature " + feature.name() + " " + feature.version() + "? "
                            + (installs ? "Nothing that runs is refreshed." : "Mail that needs its plug-ins waits.");
                    if (Question.ask(getSite().getShell(), verb + " a feature", text, verb)) {
                        run(
                                verb,
                                client -> installs
                                        ? new PluginFileCalls(client).installFeature(feature.name())
                                        : new PluginFileCalls(client).removeFeature(feature.name()));
                    }
                });
    }

    private void run(String verb, Function<ApiClient, CompletionStage<Outcome<JobView>>> begin) {
        working = true;
        banner().clear();
        refreshActions();
        ask(begin, outcome -> {
            if (outcome.value().isPresent()) {
                follower.follow(outcome.value().get(), this::ended);
            } else {
                working = false;
                failed(verb, outcome.reason());
                refreshActions();
            }
        });
    }

    private void ended(Optional<JobView> job) {
        working = false;
        if (job.isEmpty()) {
            failed("Following the action", "The runtime does not answer; the action may still go on.");
        } else {
            switch (job.get().state()) {
                case "done" -> tell(Notice.done(job.get().result()));
                case "cancelled" ->
                    tell(Notice.info(job.get().title() + ": " + job.get().result()));
                default ->
                    tell(Notice.error(
                            job.get().title() + " was not possible.", job.get().result()));
            }
        }
        reload();
        refreshActions();
    }

    @Override
    protected void focusContents() {
        table.grid().setFocus();
    }

    /** Asks the shown runtime for jobs. */
    private final class RuntimeJobs implements JobFollower.Asker {

        @Override
        public void job(String id, Consumer<Optional<JobView>> answer) {
            ask(client -> new PluginFileCalls(client).job(id), outcome -> answer.accept(outcome.value()));
        }

        @Override
        public void cancel(String id) {
            ask("Cancelling", client -> new PluginFileCalls(client).cancel(id), job -> {});
        }
    }
}
