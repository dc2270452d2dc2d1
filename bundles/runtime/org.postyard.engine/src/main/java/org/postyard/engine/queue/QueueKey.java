package org.postyard.engine.queue;

/** Identity of a ScheduledQueue: tenant x campaign x domain, apart for each pool that carries it. */
public record QueueKey(String tenant, String campaign, String domain, String pool) {}
