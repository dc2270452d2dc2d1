package org.postyard.simulator;

/**
 * What one provider saw of one source since the start.
 *
 * @param connections conversations that were opened
 * @param open conversations that are open now
 * @param mostOpen conversations that were open at one time, those that were refused for it not counted
 * @param messages messages accepted
 * @param recipients recipients of accepted messages
 * @param deferred recipients answered with 4xx
 * @param rejected recipients answered with 5xx
 * @param connectionsRefused conversations refused because too many were open
 * @param rateRefused transactions refused because they came too fast
 * @param cut conversations that the provider ended without a reply, by rule or by instruction
 * @param bytes content of accepted messages
 * @param mostMessagesPerConnection messages accepted in one conversation
 * @param mostMessagesPerSecond messages accepted in one second of the clock
 */
public record SourceStatistics(
        SourceKey source,
        long connections,
        int open,
        int mostOpen,
        long messages,
        long recipients,
        long deferred,
        long rejected,
        long connectionsRefused,
        long rateRefused,
        long cut,
        long bytes,
        int mostMessagesPerConnection,
        int mostMessagesPerSecond) {}
