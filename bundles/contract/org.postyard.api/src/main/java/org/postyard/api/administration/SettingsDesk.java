package org.postyard.api.administration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Host service for the settings of plug-ins and parts of the node: what there is to set, by Metatype, and its change. Blocking. */
public interface SettingsDesk {
    /** All that declare settings, by PID. */
    List<Settings> settings();

    Optional<Settings> settings(String pid);

    /** What is wrong with new values; empty if nothing is. */
    List<Wrong> check(String pid, Map<String, List<String>> values);

    /** Sets new values, and returns what is wrong instead if anything is; then nothing was changed. */
    List<Wrong> change(String pid, Map<String, List<String>> values, String author);

    /** Sets all defaults again; false if there was nothing to reset. */
    boolean reset(String pid, String author);

    /**
     * The settings of one PID.
     *
     * @param bundle symbolic name of the bundle that declares them
     * @param plugin whether that is a plug-in
     * @param configured whether any was set
     */
    record Settings(
            String pid,
            String name,
            String description,
            String bundle,
            boolean plugin,
            boolean configured,
            List<Setting> settings) {
        public Settings {
            settings = List.copyOf(settings);
        }
    }

    /**
     * One setting.
     *
     * @param cardinality 0 for one value, else the most values of a list
     * @param options value to label; empty if every value of the type is allowed
     * @param least smallest value, or shortest text
     * @param most largest value, or longest text
     * @param values in force; never those of a secret
     * @param set whether somebody has set it
     */
    record Setting(
            String id,
            String name,
            String description,
            Type type,
            int cardinality,
            boolean required,
            Map<String, String> options,
            Optional<String> least,
            Optional<String> most,
            List<String> defaults,
            List<String> values,
            boolean set) {
        public Setting {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
            defaults = List.copyOf(defaults);
            values = List.copyOf(values);
        }
    }

    /** Type of a setting. */
    enum Type {
        TEXT,
        BOOLEAN,
        INTEGER,
        LONG,
        DOUBLE,
        CHARACTER,
        /** A text that is never shown. */
        SECRET
    }

    /** Something that is wrong with the new value of a setting. */
    record Wrong(String setting, String reason) {}
}
