package org.postyard.control.setting;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.postyard.api.administration.SettingsDesk.Setting;
import org.postyard.api.administration.SettingsDesk.Settings;
import org.postyard.api.administration.SettingsDesk.Type;

/** Puts together what a Metatype object class declares and what is configured. */
final class DeclaredSettings {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|passphrase)");

    private DeclaredSettings() {}

    /** @param configured properties of the configuration; empty if there is none */
    static Settings of(
            String pid,
            Bundle bundle,
            boolean plugin,
            ObjectClassDefinition declared,
            Map<String, ValueRange> ranges,
            Map<String, Object> configured) {
        Set<AttributeDefinition> required =
                Set.of(orEmpty(declared.getAttributeDefinitions(ObjectClassDefinition.REQUIRED)));
        List<Setting> settings = Arrays.stream(orEmpty(declared.getAttributeDefinitions(ObjectClassDefinition.ALL)))
                .map(attribute -> setting(
                        attribute,
                        required.stream().anyMatch(one -> one.getID().equals(attribute.getID())),
                        ranges.getOrDefault(declared.getID() + "/" + attribute.getID(), ValueRange.ANY),
                        Optional.ofNullable(configured.get(attribute.getID()))))
                .toList();
        boolean any = settings.stream().anyMatch(Setting::set);
        return new Settings(
                pid,
                text(declared.getName(), pid),
                text(declared.getDescription(), ""),
                bundle.getSymbolicName(),
                plugin,
                any,
                settings);
    }

    private static AttributeDefinition[] orEmpty(AttributeDefinition @Nullable [] attributes) {
        return attributes == null ? new AttributeDefinition[0] : attributes;
    }

    private static Setting setting(
            AttributeDefinition attribute, boolean required, ValueRange range, Optional<Object> configured) {
        Type type = typeOf(attribute);
        List<String> defaults = texts(attribute.getDefaultValue());
        List<String> inForce = configured.map(DeclaredSettings::texts).orElse(defaults);
        return new Setting(
                attribute.getID(),
                text(attribute.getName(), attribute.getID()),
                text(attribute.getDescription(), ""),
                type,
                attribute.getCardinality(),
                required,
                options(attribute),
                range.least(),
                range.most(),
                type == Type.SECRET ? List.of() : defaults,
                type == Type.SECRET ? List.of() : inForce,
                configured.isPresent());
    }

    private static Type typeOf(AttributeDefinition attribute) {
        boolean text = attribute.getType() == AttributeDefinition.STRING;
        if (text && SECRET.matcher(attribute.getID()).matches()) return Type.SECRET;
        return switch (attribute.getType()) {
            case AttributeDefinition.BOOLEAN -> Type.BOOLEAN;
            case AttributeDefinition.INTEGER, AttributeDefinition.SHORT, AttributeDefinition.BYTE -> Type.INTEGER;
            case AttributeDefinition.LONG -> Type.LONG;
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> Type.DOUBLE;
            case AttributeDefinition.CHARACTER -> Type.CHARACTER;
            case AttributeDefinition.PASSWORD -> Type.SECRET;
            default -> Type.TEXT;
        };
    }

    private static Map<String, String> options(AttributeDefinition attribute) {
        @Nullable String[] values = attribute.getOptionValues();
        @Nullable String[] labels = attribute.getOptionLabels();
        Map<String, String> options = new LinkedHashMap<>();
        if (values != null)
            for (int i = 0; i < values.length; i++)
                options.put(
                        String.valueOf(values[i]),
                        String.valueOf(labels != null && i < labels.length ? labels[i] : values[i]));
        return options;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value == null) return List.of();
        if (value instanceof Collection<?> many)
            return many.stream().map(String::valueOf).toList();
        if (!value.getClass().isArray()) return List.of(value.toString());
        return IntStream.range(0, java.lang.reflect.Array.getLength(value))
                .mapToObj(index -> String.valueOf(java.lang.reflect.Array.get(value, index)))
                .toList();
    }

    private static String text(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
