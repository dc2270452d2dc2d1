package org.postyard.control.plugin;

/** Failures of the framework in words for people. */
final class Reasons {
    private Reasons() {}

    /** The first line of what the innermost cause says. */
    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
