package org.postyard.protocol;

import java.util.List;
import java.util.Optional;

/**
 * One setting.
 *
 * @param type {@code text}, {@code boolean}, {@code integer}, {@code long}, {@code double}, {@code character} or {@code secret}
 * @param cardinality 0 for one value, else the most values that a list may have
 * @param options the only values allowed; empty if all of the type are
 * @param least smallest value, or shortest text; empty if there is no limit
 * @param most largest value, or longest text
 * @param values in force; always empty for a secret
 * @param set whether the value is not the default one but was set by somebody
 */
public record SettingView(
        String id,
        String name,
        String description,
        String type,
        int cardinality,
        boolean required,
        List<SettingOptionView> options,
        Optional<String> least,
        Optional<String> most,
        List<String> defaults,
        List<String> values,
        boolean set) {
    public SettingView {
        options = List.copyOf(options);
        defaults = List.copyOf(defaults);
        values = List.copyOf(values);
    }

    /** Whether its value is never shown. */
    public boolean secret() {
        return type.equals("secret");
    }
}
