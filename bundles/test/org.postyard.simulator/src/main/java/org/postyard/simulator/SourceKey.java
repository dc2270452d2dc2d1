package org.postyard.simulator;

/**
 * A source as a provider knows it.
 *
 * @param ehlo the name given in EHLO or HELO, in lower case; empty if the client gave none
 */
public record SourceKey(String ip, String ehlo) {}
