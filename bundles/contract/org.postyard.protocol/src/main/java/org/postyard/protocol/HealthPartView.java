package org.postyard.protocol;

/** One part of the node: what is wrong and what to do, or a fact that shows that all is well. */
public record HealthPartView(String name, boolean well, String reason) {}
