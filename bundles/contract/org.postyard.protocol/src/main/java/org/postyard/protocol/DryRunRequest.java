package org.postyard.protocol;

import java.util.Optional;

/**
 * Asks what a balancer would do; nothing is sent.
 *
 * @param balancer id of the balancer; the pool's own if empty
 * @param attempts number of attempts of one message each, 1 to 1,000,000
 */
public record DryRunRequest(Optional<String> balancer, int attempts) {}
