package org.postyard.console.model.history;

/** What a number is about. */
public record Subject(Kind kind, String id) {
    /** The runtime as a whole. */
    public static final Subject RUNTIME = new Subject(Kind.RUNTIME, "");

    /** Sorts of things that have numbers. */
    public enum Kind {
        RUNTIME,
        SERVER,
        SOURCE
    }

    public static Subject ofServer(String id) {
        return new Subject(Kind.SERVER, id);
    }

    public static Subject ofSource(String id) {
        return new Subject(Kind.SOURCE, id);
    }
}
