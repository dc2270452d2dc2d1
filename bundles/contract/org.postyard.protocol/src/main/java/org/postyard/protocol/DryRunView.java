package org.postyard.protocol;

import java.util.Map;

/** What a dry run of a balancer would do: attempts per source. */
public record DryRunView(String pool, String balancer, int attempts, Map<String, Long> attemptsPerSource) {
    public DryRunView {
        attemptsPerSource = Map.copyOf(attemptsPerSource);
    }
}
