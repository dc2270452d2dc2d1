package org.postyard.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.PluginDesk.Preview;
import org.postyard.api.administration.UnfitFileException;
import org.postyard.control.job.JobBoard;
import org.postyard.control.job.JobFailedException;

/** One plug-in, number 7, and files by their text: {@code good}, {@code needy}, or anything else, which is no plug-in. */
final class FakePlugins implements PluginDesk {
    private static final Plugin BALANCERS = new Plugin(
            7,
            "Balancers",
            "org.postyard.balancer.basic",
            "0.1.0",
            "active",
            false,
            true,
            "4 slots are open",
            Optional.of("0.0.9"),
            List.of("postyard-balancer-basic"));

    private final JobBoard jobs;
    final List<String> done = Collections.synchronizedList(new ArrayList<>());

    FakePlugins(JobBoard jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Plugin> plugins() {
        return List.of(BALANCERS);
    }

    @Override
    public Optional<Plugin> plugin(long id) {
        return id == 7 ? Optional.of(BALANCERS) : Optional.empty();
    }

    @Override
    public List<PluginFeature> features() {
        return List.of(new PluginFeature(
                "postyard-balancer-basic", "0.1.0", "Balancers", "started", List.of("org.postyard.balancer.basic")));
    }

    @Override
    public Preview preview(Path file) {
        String text = read(file);
        if (text.equals("good"))
            return new Preview(
                    "update",
                    false,
                    "org.postyard.balancer.basic",
                    Optional.of(BALANCERS),
                    Optional.of("0.2.0"),
                    List.of("other"),
                    List.of());
        if (text.equals("needy"))
            return new Preview(
                    "install",
                    false,
                    "org.example.needy",
                    Optional.empty(),
                    Optional.of("1.0.0"),
                    List.of(),
                    List.of("package org.example.absent in version [1,2)"));
        throw new UnfitFileException("The file is no bundle.");
    }

    @Override
    public Preview previewUpdate(long id, Path file) {
        return preview(file);
    }

    @Override
    public Preview preview(Action action, long id) {
        return new Preview(
                action.name().toLowerCase(Locale.ROOT),
                false,
                BALANCERS.symbolicName(),
                Optional.of(BALANCERS),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Override
    public Job install(Path file, String author) {
        String text = read(file);
        return jobs.begin("Install", author, progress -> note("install " + text + " by " + author, file));
    }

    @Override
    public Job update(long id, Path file, String author) {
        String text = read(file);
        return jobs.begin("Update", author, progress -> note("update " + text + " by " + author, file));
    }

    private String note(String what, Path file) {
        done.add(what);
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "It is done.";
    }

    @Override
    public Job begin(Action action, long id, String author) {
        return jobs.begin(action.name(), author, progress -> {
            done.add(action + " by " + author);
            if (action == Action.REMOVE) throw new JobFailedException("It belongs to a feature.");
            if (action == Action.DRAIN) {
                progress.step(40, "2 calls are still under way");
                while (!progress.cancelled()) Thread.onSpinWait();
                progress.check();
            }
            return "It is done.";
        });
    }

    @Override
    public Job installFeature(String name, String author) {
        return jobs.begin("Install " + name, author, progress -> "The feature is installed.");
    }

    @Override
    public Job removeFeature(String name, String author) {
        return jobs.begin("Remove " + name, author, progress -> "The feature is removed.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
