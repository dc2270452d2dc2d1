package org.postyard.protocol;

import java.util.List;

/**
 * A feature: bundles that are installed and removed together.
 *
 * @param state {@code started}, {@code resolved}, {@code installed} or {@code uninstalled} (known, but not installed)
 * @param bundles symbolic names, as far as they are installed
 * @param plugin whether it brings a plug-in, so that it can be installed and removed over the API
 */
public record FeatureView(
        String name, String version, String description, String state, List<String> bundles, boolean plugin) {
    public FeatureView {
        bundles = List.copyOf(bundles);
    }
}
