package org.postyard.control.plugin;

import java.io.IOException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.control.job.JobFailedException;
import org.postyard.control.job.Progress;

/** What can be done to a plug-in that is there, each as one sentence on what was done. Called by one thread at a time. */
final class PluginActions {
    private final PluginSwap swap;
    private final InstalledPlugins plugins;
    private final KeptFiles files;
    private final PluginSwap.SlotGate gate;
    private final String author;

    PluginActions(PluginSwap swap, InstalledPlugins plugins, KeptFiles files, PluginSwap.SlotGate gate, String author) {
        this.swap = swap;
        this.plugins = plugins;
        this.files = files;
        this.gate = gate;
        this.author = author;
    }

    static String title(Action action, String plugin) {
        return switch (action) {
            case START -> "Start " + plugin;
            case STOP -> "Stop " + plugin;
            case DRAIN -> "Drain " + plugin;
            case OPEN -> "Open " + plugin;
            case ROLLBACK -> "Roll back " + plugin;
            case REMOVE -> "Remove " + plugin;
        };
    }

    String run(Action action, Bundle bundle, Progress progress) throws InterruptedException {
        try {
            return switch (action) {
                case START -> start(bundle);
                case STOP -> stop(bundle, progress);
                case DRAIN -> swap.drain(bundle, author, progress);
                case OPEN -> open(bundle);
                case ROLLBACK -> swap.rollBack(bundle, author, progress);
                case REMOVE -> remove(bundle, progress);
            };
        } catch (BundleException | IOException e) {
            throw new JobFailedException(title(action, bundle.getSymbolicName()) + ": " + Reasons.of(e) + ".");
        }
    }

    private static String start(Bundle bundle) throws BundleException {
        bundle.start();
        return bundle.getSymbolicName() + " is started.";
    }

    private String stop(Bundle bundle, Progress progress) throws BundleException, InterruptedException {
        var unused = swap.drain(bundle, author, progress);
        progress.pointOfNoReturn();
        progress.step(70, "Stopping");
        bundle.stop();
        return bundle.getSymbolicName() + " is stopped; what needs it waits.";
    }

    private String open(Bundle bundle) {
        gate.open(bundle.getSymbolicName(), author);
        return plugins.trouble(bundle)
                .map(trouble -> bundle.getSymbolicName() + " gets calls again, but " + trouble + ".")
                .orElse(bundle.getSymbolicName() + " gets calls again.");
    }

    private String remove(Bundle bundle, Progress progress) throws BundleException, IOException, InterruptedException {
        if (!InstalledPlugins.uploaded(bundle))
            throw new JobFailedException(
                    bundle.getSymbolicName() + " belongs to a feature; remove the feature instead.");
        String name = bundle.getSymbolicName();
        var unused = swap.drain(bundle, author, progress);
        progress.pointOfNoReturn();
        progress.step(70, "Removing");
        bundle.uninstall();
        files.forget(bundle.getBundleId());
        return name + " is removed.";
    }
}
