package org.postyard.protocol;

import java.util.List;
import java.util.Optional;

/**
 * One plug-in bundle.
 *
 * @param id bundle id
 * @param state {@code active}, {@code resolved}, {@code installed}, {@code starting} or {@code stopping}
 * @param removable whether it was uploaded, so that it can be removed over the API; others belong to a feature
 * @param well whether it does what it is there for
 * @param health one sentence: what is wrong, or a fact that shows that all is well
 * @param previousVersion the version that a roll-back would bring back; empty if there is none
 * @param features names of the features that it belongs to
 */
public record PluginView(
        long id,
        String name,
        String symbolicName,
        String version,
        String state,
        boolean removable,
        List<SlotView> slots,
        boolean well,
        String health,
        Optional<String> previousVersion,
        List<String> features) {
    public PluginView {
        slots = List.copyOf(slots);
        features = List.copyOf(features);
    }

    /** A plug-in of which nothing more is known. */
    public PluginView(
            long id,
            String name,
            String symbolicName,
            String version,
            String state,
            boolean removable,
            List<SlotView> slots) {
        this(
                id,
                name,
                symbolicName,
                version,
                state,
                removable,
                slots,
                state.equals("active"),
                "is " + state,
                Optional.empty(),
                List.of());
    }
}
