package org.postyard.protocol;

/** Says that the process answers; nothing more, because anybody may ask. */
public record LiveView(String status) {}
