package org.postyard.protocol;

/** From which level on a logger writes: {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}. */
public record LoggerView(String name, String level) {}
