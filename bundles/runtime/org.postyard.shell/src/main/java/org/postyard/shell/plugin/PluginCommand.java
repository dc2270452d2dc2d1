package org.postyard.shell.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.PluginDesk.Plugin;
import org.postyard.api.administration.PluginDesk.Preview;
import org.postyard.shell.YardCommand;

/** A command that changes plug-ins: finds them by name or id, and shows the progress of the job until it has ended. */
abstract class PluginCommand extends YardCommand {
    private static final Duration PAUSE = Duration.ofMillis(200);

    PluginCommand(Operation operation) {
        super(operation);
    }

    final Plugin find(String nameOrId) throws CommandException {
        return plugins().plugins().stream()
                .filter(plugin -> plugin.symbolicName().equals(nameOrId)
                        || Long.toString(plugin.id()).equals(nameOrId))
                .findFirst()
                .orElseThrow(() ->
                        new CommandException("There is no plug-in '" + nameOrId + "'; postyard:plugins lists them"));
    }

    /** A copy of a file, because the job takes its file over and deletes it. */
    static Path copyOf(String file) throws CommandException {
        Path source = Path.of(file);
        if (!Files.isRegularFile(source)) throw new CommandException("There is no file " + file);
        try {
            Path copy = Files.createTempFile("postyard-plugin", ".jar");
            return Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandException("The file cannot be read: " + e.getMessage(), e);
        }
    }

    final void show(Preview preview) throws CommandException {
        if (!preview.missing().isEmpty())
            throw new CommandException(
                    "Not possible, this node does not have: " + String.join(", ", preview.missing()));
        print("Would " + preview.action() + " " + preview.name()
                + preview.plugin().map(plugin -> ", now " + plugin.version()).orElse("")
                + preview.toVersion().map(version -> ", then " + version).orElse(""));
        print(
                preview.refreshed().isEmpty()
                        ? "Nothing else restarts"
                        : "These restart too: " + String.join(", ", preview.refreshed()));
    }

    /** Shows each step of a job, and fails if it fails. Ctrl-C asks it to stop. */
    final void follow(Job begun) throws CommandException, InterruptedException {
        String shown = "";
        try {
            while (true) {
                Job job = jobs().await(begun.id(), PAUSE).orElse(begun);
                if (!job.step().isEmpty() && !job.step().equals(shown)) print(job.percent() + " % " + job.step());
                shown = job.step();
                if (job.running()) continue;
                if (job.state() != Job.State.DONE) throw new CommandException(job.result());
                print(job.result());
                return;
            }
        } catch (InterruptedException e) {
            var unused = jobs().cancel(begun.id(), author());
            throw e;
        }
    }
}
