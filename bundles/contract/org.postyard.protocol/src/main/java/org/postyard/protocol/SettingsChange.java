package org.postyard.protocol;

import java.util.List;
import java.util.Map;

/**
 * New values by setting; what is not named stays as it is, an empty list sets the default again.
 */
public record SettingsChange(Map<String, List<String>> values) {
    public SettingsChange {
        values = Map.copyOf(values);
    }
}
