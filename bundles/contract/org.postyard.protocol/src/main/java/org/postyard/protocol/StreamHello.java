package org.postyard.protocol;

import java.time.Instant;

/**
 * First frame of a live stream ({@code event: hello}).
 *
 * @param nextSequence sequence of the first delivery event that this stream will carry, if it exists
 * @param masked whether addresses are hidden, because the caller may not read them
 */
public record StreamHello(Instant time, long newestSequence, long nextSequence, boolean masked) {}
