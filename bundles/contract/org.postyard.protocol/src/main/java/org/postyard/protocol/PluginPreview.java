package org.postyard.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What an action on plug-ins would do; nothing has been done.
 *
 * @param action {@code install}, {@code update}, {@code start}, {@code stop}, {@code drain}, {@code open}, {@code rollback} or {@code remove}
 * @param kind {@code bundle} or {@code feature}
 * @param plugin bundle id of the plug-in that it would be done to; empty for a new one
 * @param fromVersion version that is there now
 * @param toVersion version that would be there
 * @param refreshed symbolic names of other bundles that would be restarted with it; empty is what one wants
 * @param missing what the file needs and this node does not have; if there is any, it cannot be installed
 * @param text one sentence for people
 */
public record PluginPreview(
        String action,
        String kind,
        String name,
        Optional<Long> plugin,
        Optional<String> fromVersion,
        Optional<String> toVersion,
        List<String> refreshed,
        List<String> missing,
        String text) {
    public PluginPreview {
        refreshed = List.copyOf(refreshed);
        missing = List.copyOf(missing);
    }
}
