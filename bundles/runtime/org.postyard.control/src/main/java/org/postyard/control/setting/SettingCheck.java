package org.postyard.control.setting;

import java.util.List;
import java.util.Optional;
import org.postyard.api.administration.SettingsDesk.Setting;

/** Whether a value fits a setting. */
final class SettingCheck {
    private SettingCheck() {}

    /** What is wrong with the new values of a setting, and what would be right; empty if nothing is. */
    static Optional<String> of(Setting setting, List<String> values) {
        if (values.isEmpty()) return Optional.empty();
        if (setting.cardinality() == 0 && values.size() > 1)
            return Optional.of("takes one value, not " + values.size());
        if (setting.cardinality() != 0 && values.size() > Math.abs(setting.cardinality()))
            return Optional.of("takes at most " + Math.abs(setting.cardinality()) + " values");
        return values.stream()
                .flatMap(value -> ofValue(setting, value).stream())
                .findFirst();
    }

    private static Optional<String> ofValue(Setting setting, String value) {
        if (!setting.options().isEmpty() && !setting.options().containsKey(value))
            return Optional.of("'" + value + "' is none of "
                    + String.join(", ", setting.options().keySet()));
        return switch (setting.type()) {
            case TEXT, SECRET -> length(setting, value);
            case BOOLEAN ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("'" + value + "' is neither true nor false");
            case CHARACTER -> value.length() == 1 ? Optional.empty() : Optional.of("takes one character");
            case INTEGER -> number(setting, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> number(setting, value, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> fraction(setting, value);
        };
    }

    private static Optional<String> length(Setting setting, String value) {
        if (setting.least()
                .filter(least -> value.length() < Integer.parseInt(least))
                .isPresent())
            return Optional.of("is shorter than " + setting.least().get() + " characters");
        if (setting.most()
                .filter(most -> value.length() > Integer.parseInt(most))
                .isPresent())
            return Optional.of("is longer than " + setting.most().get() + " characters");
        return Optional.empty();
    }

    private static Optional<String> number(Setting setting, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            long from = Math.max(least, setting.least().map(Long::parseLong).orElse(least));
            long to = Math.min(most, setting.most().map(Long::parseLong).orElse(most));
            return number >= from && number <= to ? Optional.empty() : Optional.of(outside(setting, value));
        } catch (NumberFormatException e) {
            return Optional.of("'" + value + "' is no whole number");
        }
    }

    private static Optional<String> fraction(Setting setting, String value) {
        try {
            double number = Double.parseDouble(value);
            boolean inside = setting.least()
                            .map(Double::parseDouble)
                            .filter(least -> number < least)
                            .isEmpty()
                    && setting.most()
                            .map(Double::parseDouble)
                            .filter(most -> number > most)
                            .isEmpty();
            return inside && Double.isFinite(number) ? Optional.empty() : Optional.of(outside(setting, value));
        } catch (NumberFormatException e) {
            return Optional.of("'" + value + "' is no number");
        }
    }

    private static String outside(Setting setting, String value) {
        String range = setting.least().map(least -> " at least " + least).orElse("")
                + setting.most().map(most -> " at most " + most).orElse("");
        return value + " is out of range" + (range.isEmpty() ? "" : ": it must be" + range);
    }
}
