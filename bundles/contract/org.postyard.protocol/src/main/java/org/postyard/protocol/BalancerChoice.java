package org.postyard.protocol;

/** Asks for another balancer for a pool, by its id. */
public record BalancerChoice(String balancer) {}
