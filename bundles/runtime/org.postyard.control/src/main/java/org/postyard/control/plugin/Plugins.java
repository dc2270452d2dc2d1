package org.postyard.control.plugin;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The plug-in bundles of this node. Thread-safe; changes block until they have taken effect. */
public interface Plugins {
    List<Plugin> list();

    Optional<Plugin> find(long id);

    /** Other bundles that would be restarted if this one were refreshed; empty is what one wants. */
    List<String> refreshSet(long id);

    Change start(long id);

    Change stop(long id);

    /** Installs an uploaded bundle and starts it; if it does not start, it is removed again. */
    Change install(InputStream jar);

    /** Puts an uploaded bundle in the place of a plug-in; if it does not start, the version before it comes back. */
    Change update(long id, InputStream jar);

    /** Removes a plug-in that was uploaded. */
    Change remove(long id);

    /**
     * One plug-in bundle.
     *
     * @param state {@code installed}, {@code resolved}, {@code starting}, {@code active} or {@code stopping}
     * @param uploaded whether it came over this API, so that it can be removed here
     */
    record Plugin(long id, String name, String symbolicName, String version, String state, boolean uploaded) {}

    /**
     * What a change did.
     *
     * @param done false if all is as before
     * @param text one sentence for people
     */
    record Change(boolean done, String text, List<String> refreshed, Optional<Plugin> plugin) {
        public Change {
            refreshed = List.copyOf(refreshed);
        }
    }
}
