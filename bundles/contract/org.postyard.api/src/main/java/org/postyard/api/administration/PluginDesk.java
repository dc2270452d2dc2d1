package org.postyard.api.administration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Host service for plug-ins: which there are, and their installation, replacement and removal while mail is flowing.
 * Thread-safe. Previews change nothing; changes are {@link Job}s, one at a time. A file that is no plug-in ends a method with
 * an {@link UnfitFileException}, an id that no plug-in has with a {@link java.util.NoSuchElementException}.
 */
public interface PluginDesk {
    List<Plugin> plugins();

    Optional<Plugin> plugin(long id);

    /** Features that bring plug-ins. */
    List<PluginFeature> features();

    /** What installing a file would do: a bundle, or a feature archive (KAR). */
    Preview preview(Path file);

    /** What replacing a plug-in by a file would do, whatever its name. */
    Preview previewUpdate(long id, Path file);

    Preview preview(Action action, long id);

    /** Installs a file, or updates the plug-in of the same name by it. Takes the file over and deletes it in the end. */
    Job install(Path file, String author);

    /** Puts a file in the place of a plug-in; if it does not work, the version before comes back. Takes the file over. */
    Job update(long id, Path file, String author);

    /** Does something to a plug-in that is there. */
    Job begin(Action action, long id, String author);

    Job installFeature(String name, String author);

    Job removeFeature(String name, String author);

    /** What can be done to a plug-in that is there. */
    enum Action {
        START,
        STOP,
        /** No new calls; waits until none is under way. The bundle stays active, what needs it waits. */
        DRAIN,
        /** Gives its slots calls again. */
        OPEN,
        /** Puts the version before the last update in its place. */
        ROLLBACK,
        /** Only for what was uploaded. */
        REMOVE
    }

    /**
     * One plug-in bundle.
     *
     * @param state {@code installed}, {@code resolved}, {@code starting}, {@code active} or {@code stopping}
     * @param uploaded whether it was installed from a file, so that it can be removed
     * @param well whether all that it provides is there
     * @param health one sentence on that
     * @param previousVersion what a roll-back would bring back
     * @param features names of the features that it belongs to
     */
    record Plugin(
            long id,
            String name,
            String symbolicName,
            String version,
            String state,
            boolean uploaded,
            boolean well,
            String health,
            Optional<String> previousVersion,
            List<String> features) {
        public Plugin {
            features = List.copyOf(features);
        }
    }

    /**
     * A feature: bundles that come and go together.
     *
     * @param state {@code uninstalled}, {@code installed}, {@code resolved} or {@code started}
     * @param bundles symbolic names of those that are installed
     */
    record PluginFeature(String name, String version, String description, String state, List<String> bundles) {
        public PluginFeature {
            bundles = List.copyOf(bundles);
        }
    }

    /**
     * What would be done.
     *
     * @param action {@code install}, {@code update}, or the name of an {@link Action} in lower case
     * @param feature whether it is about a feature, not a bundle
     * @param plugin the one that it would be done to; empty for a new one
     * @param refreshed symbolic names of other bundles that would be restarted; empty is what one wants
     * @param missing what a file needs and this node does not have; such a file cannot be installed
     */
    record Preview(
            String action,
            boolean feature,
            String name,
            Optional<Plugin> plugin,
            Optional<String> toVersion,
            List<String> refreshed,
            List<String> missing) {
        public Preview {
            refreshed = List.copyOf(refreshed);
            missing = List.copyOf(missing);
        }
    }
}
