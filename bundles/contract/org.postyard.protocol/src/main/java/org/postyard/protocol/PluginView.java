package org.postyard.protocol;

import java.util.List;

/**
 * One plug-in bundle.
 *
 * @param id bundle id
 * @param state {@code active}, {@code resolved}, {@code installed}, {@code starting} or {@code stopping}
 * @param removable whether it was uploaded, so that it can be removed over the API; others belong to a feature
 */
public record PluginView(
        long id,
        String name,
        String symbolicName,
        String version,
        String state,
        boolean removable,
        List<SlotView> slots) {
    public PluginView {
        slots = List.copyOf(slots);
    }
}
