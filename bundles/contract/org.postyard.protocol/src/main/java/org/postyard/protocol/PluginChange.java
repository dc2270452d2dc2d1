package org.postyard.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What a change of a plug-in did, or, as a preview, would do.
 *
 * @param refreshed other bundles that are (or would be) restarted with it; empty is what one wants
 */
public record PluginChange(boolean done, String text, List<String> refreshed, Optional<PluginView> plugin) {
    public PluginChange {
        refreshed = List.copyOf(refreshed);
    }
}
