package org.postyard.control.plugin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.postyard.api.operation.SlotStatus;
import org.postyard.control.job.JobCancelledException;
import org.postyard.control.job.JobFailedException;
import org.postyard.control.job.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces, installs and removes plug-ins while mail is flowing: drains the slots first, refreshes nothing, and brings the
 * version before back if the new one does not work. Called by one thread at a time.
 */
final class PluginSwap {
    private static final Logger LOG = LoggerFactory.getLogger(PluginSwap.class);
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(30);
    private static final Duration START_PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final BundleContext context;
    private final InstalledPlugins plugins;
    private final KeptFiles files;
    private final SlotGate gate;

    PluginSwap(BundleContext context, InstalledPlugins plugins, KeptFiles files, SlotGate gate) {
        this.context = context;
        this.plugins = plugins;
        this.files = files;
        this.gate = gate;
    }

    /** How the slots of a bundle are closed and opened; does nothing while the engine is away. */
    interface SlotGate {
        void drain(String bundle, String author);

        void open(String bundle, String author);
    }

    /** Removes it again if it does not work, or if that is cancelled before it does. */
    String install(PluginFile file, Progress progress) throws InterruptedException {
        progress.step(30, "Installing " + file.symbolicName() + " " + file.version());
        progress.check();
        Bundle bundle = installed(file);
        progress.step(60, "Starting it");
        try {
            bundle.start();
            await(() -> progress.cancelled() || plugins.trouble(bundle).isEmpty(), START_PATIENCE);
            progress.pointOfNoReturn();
            Optional<String> trouble = plugins.trouble(bundle);
            if (trouble.isPresent()) throw new BundleException(trouble.get());
            files.installed(bundle.getBundleId(), file.file());
        } catch (JobCancelledException e) {
            uninstall(bundle);
            throw e;
        } catch (BundleException | IOException e) {
            uninstall(bundle);
            throw new JobFailedException(
                    file.symbolicName() + " does not work, so it was not kept: " + Reasons.of(e) + ".");
        }
        return file.symbolicName() + " " + file.version() + " is installed and started.";
    }

    private Bundle installed(PluginFile file) {
        try (InputStream jar = new BufferedInputStream(Files.newInputStream(file.file()))) {
            return context.installBundle(InstalledPlugins.UPLOAD + UUID.randomUUID(), jar);
        } catch (BundleException | IOException e) {
            throw new JobFailedException("The file cannot be installed: " + Reasons.of(e) + ".");
        }
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.warn("A plug-in that does not work cannot be removed: bundle={}", bundle.getSymbolicName(), e);
        }
    }

    String update(Bundle bundle, PluginFile file, String author, Progress progress) throws InterruptedException {
        Set<String> served = servedBy(bundle);
        Version before = bundle.getVersion();
        Optional<Path> old = current(bundle);
        drain(bundle, author, progress);
        progress.step(60, "Replacing " + before + " by " + file.version());
        try {
            replace(bundle, file.file(), served, progress);
            progress.pointOfNoReturn();
            files.updated(bundle.getBundleId(), file.file());
        } catch (JobCancelledException cancelled) {
            progress.step(80, "Cancelled; bringing " + before + " back");
            Optional<String> trouble = bringBack(bundle, old, served, progress);
            if (trouble.isEmpty()) throw cancelled;
            throw new JobFailedException("It was cancelled, but " + trouble.get());
        } catch (BundleException | IOException e) {
            LOG.warn("Plug-in not updated: bundle={} reason={}", bundle.getSymbolicName(), Reasons.of(e));
            progress.step(80, "It does not work; bringing " + before + " back");
            Optional<String> trouble = bringBack(bundle, old, served, progress);
            throw new JobFailedException("The new version does not work (" + Reasons.of(e) + "); "
                    + trouble.orElse("version " + bundle.getVersion() + " is back."));
        }
        return bundle.getSymbolicName() + " was " + before + " and is " + bundle.getVersion() + " now.";
    }

    private Optional<Path> current(Bundle bundle) {
        try {
            return files.current(bundle);
        } catch (IOException e) {
            throw new JobFailedException("The version that is there cannot be kept: " + e.getMessage() + ".");
        }
    }

    private void replace(Bundle bundle, Path file, Set<String> served, Progress progress)
            throws BundleException, IOException, InterruptedException {
        try (InputStream jar = new BufferedInputStream(Files.newInputStream(file))) {
            bundle.update(jar);
        }
        if (bundle.getState() != Bundle.ACTIVE) bundle.start();
        if (!PluginContracts.isPlugin(bundle)) throw new BundleException("it provides none of the plug-in services");
        progress.step(75, "Waiting for its services");
        await(() -> progress.cancelled() || working(bundle, served), START_PATIENCE);
        progress.check();
        Optional<String> trouble = plugins.trouble(bundle);
        if (trouble.isPresent()) throw new BundleException(trouble.get());
        Set<String> missing = new TreeSet<>(served);
        missing.removeAll(servedBy(bundle));
        if (!missing.isEmpty()) throw new BundleException("it does not provide " + String.join(", ", missing));
    }

    /** What the engine has slots for is what pools and sources may name, so a new version must have all of it. */
    private boolean working(Bundle bundle, Set<String> served) {
        return plugins.trouble(bundle).isEmpty() && servedBy(bundle).containsAll(served);
    }

    private Set<String> servedBy(Bundle bundle) {
        return plugins.slotsOf(bundle).stream()
                .map(slot -> slot.kind() + " " + slot.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nothing stops it; gives why it was not possible. */
    private Optional<String> bringBack(Bundle bundle, Optional<Path> old, Set<String> served, Progress progress)
            throws InterruptedException {
        gate.open(bundle.getSymbolicName(), "control");
        if (old.isEmpty()) return Optional.of("the version before it was not kept, so it could not be brought back.");
        try {
            replace(bundle, old.get(), served, new Unstoppable(progress));
            return Optional.empty();
        } catch (BundleException | IOException e) {
            return Optional.of("the version before it could not be brought back either: " + Reasons.of(e) + ".");
        }
    }

    String rollBack(Bundle bundle, String author, Progress progress) throws InterruptedException {
        Optional<Path> previous = files.previous(bundle.getBundleId());
        if (previous.isEmpty())
            throw new JobFailedException("There is no version before " + bundle.getVersion() + " that was kept.");
        try {
            Path copy = Files.createTempFile("postyard-rollback", ".jar");
            try {
                Files.copy(previous.get(), copy, StandardCopyOption.REPLACE_EXISTING);
                return update(bundle, PluginFile.read(copy), author, progress);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new JobFailedException("The version before cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Gives the bundle no new calls and waits for those under way; opens the slots again if it is cancelled. */
    String drain(Bundle bundle, String author, Progress progress) throws InterruptedException {
        String name = bundle.getSymbolicName();
        progress.step(20, "Draining the slots of " + name);
        gate.drain(name, author);
        long end = System.nanoTime() + DRAIN_PATIENCE.toNanos();
        while (leases(bundle) > 0 && System.nanoTime() - end < 0) {
            if (progress.cancelled()) {
                gate.open(name, author);
                throw new JobCancelledException();
            }
            int left = leases(bundle);
            progress.step(40, left == 1 ? "1 call is still under way" : left + " calls are still under way");
            pause();
        }
        if (progress.cancelled()) gate.open(name, author);
        progress.check();
        int left = leases(bundle);
        if (left == 0) return name + " has no call under way and gets no new ones.";
        return name + " gets no new calls; " + left + (left == 1 ? " is" : " are") + " still under way.";
    }

    private int leases(Bundle bundle) {
        return plugins.slotsOf(bundle).stream().mapToInt(SlotStatus::leases).sum();
    }

    private static void await(BooleanSupplier condition, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - end < 0) pause();
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(PAUSE_NANOS);
        if (Thread.interrupted()) throw new InterruptedException();
    }

    /** Goes on although the job was cancelled. */
    private record Unstoppable(Progress progress) implements Progress {
        @Override
        public void step(int percent, String text) {
            progress.step(percent, text);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void pointOfNoReturn() {}
    }
}
