package org.postyard.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Says where a secret is found, so that no configuration holds the secret itself: {@code env:NAME}, {@code file:PATH}, or nothing. */
record SecretReference(String text) {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    SecretReference {
        if (!text.isEmpty() && !text.startsWith(ENVIRONMENT) && !text.startsWith(FILE))
            throw new IllegalArgumentException("a secret is given as env:NAME or file:PATH, not by itself");
    }

    /** The secret as it is now; empty text for no reference. */
    String resolve(Map<String, String> environment) {
        if (text.isEmpty()) return "";
        if (text.startsWith(ENVIRONMENT)) return fromEnvironment(environment);
        return fromFile(Path.of(text.substring(FILE.length())));
    }

    private String fromEnvironment(Map<String, String> environment) {
        String value = environment.get(text.substring(ENVIRONMENT.length()));
        if (value == null) throw new IllegalStateException(text + " is not set");
        return value;
    }

    private String fromFile(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new IllegalStateException(text + " cannot be read", e);
        }
    }
}
