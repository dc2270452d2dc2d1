package org.postyard.testkit.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes one JSON object, member by member. */
final class JsonText {
    private final StringBuilder text = new StringBuilder("{");

    JsonText with(String name, String value) {
        name(name).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') text.append('\\');
            text.append(c);
        }
        text.append('"');
        return this;
    }

    JsonText with(String name, Instant value) {
        return with(name, value.toString());
    }

    JsonText with(String name, long value) {
        name(name).append(value);
        return this;
    }

    JsonText with(String name, double value) {
        name(name).append(value);
        return this;
    }

    JsonText with(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** A member that is JSON already. */
    JsonText withJson(String name, String json) {
        name(name).append(json);
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) text.append(',');
        return text.append('"').append(name).append("\":");
    }

    @Override
    public String toString() {
        return text + "}";
    }

    byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }
}
