package org.postyard.protocol;

/** Sets the level of a logger; {@code default} gives it that of its parent again. */
public record LoggerChange(String name, String level) {}
