package org.postyard.simulator;

import java.time.Clock;

/** What a provider remembers of one source. Guarded by its provider's lock. */
final class SourceState {
    private final SourceKey key;
    private final double messagesPerSecond;
    private final Clock clock;

    private long connections;
    private int open;
    private int mostOpen;
    private long messages;
    private long recipients;
    private long deferred;
    private long rejected;
    private long connectionsRefused;
    private long rateRefused;
    private long cut;
    private long bytes;
    private int mostMessagesPerConnection;
    private int mostMessagesPerSecond;

    private double allowance;
    private long allowanceAtMillis;
    private long currentSecond;
    private int messagesInSecond;

    SourceState(SourceKey key, double messagesPerSecond, Clock clock) {
        this.key = key;
        this.messagesPerSecond = messagesPerSecond;
        this.clock = clock;
        this.allowance = burst();
        this.allowanceAtMillis = clock.millis();
    }

    /** Counts a conversation that begins; false if the source has as many as the limit already. */
    boolean opened(int limit) {
        connections++;
        if (limit > 0 && open >= limit) {
            connectionsRefused++;
            return false;
        }
        open++;
        mostOpen = Math.max(mostOpen, open);
        return true;
    }

    void closed() {
        open--;
    }

    /** Takes one transaction from the source's allowance; false if it has none left. */
    boolean admits() {
        if (messagesPerSecond <= 0) return true;
        long now = clock.millis();
        allowance = Math.min(burst(), allowance + (now - allowanceAtMillis) * messagesPerSecond / 1_000);
        allowanceAtMillis = now;
        if (allowance < 1) {
            rateRefused++;
            return false;
        }
        allowance--;
        return true;
    }

    private double burst() {
        return Math.max(1, messagesPerSecond);
    }

    void accepted(int recipientsOfMessage, long contentBytes, int messagesOfConnection) {
        messages++;
        recipients += recipientsOfMessage;
        bytes += contentBytes;
        mostMessagesPerConnection = Math.max(mostMessagesPerConnection, messagesOfConnection);
        long second = clock.millis() / 1_000;
        messagesInSecond = second == currentSecond ? messagesInSecond + 1 : 1;
        currentSecond = second;
        mostMessagesPerSecond = Math.max(mostMessagesPerSecond, messagesInSecond);
    }

    void refused(Reply reply) {
        if (reply.permanent()) rejected++;
        else deferred++;
    }

    void cutOff() {
        cut++;
    }

    SourceStatistics statistics() {
        return new SourceStatistics(
                key,
                connections,
                open,
                mostOpen,
                messages,
                recipients,
                deferred,
                rejected,
                connectionsRefused,
                rateRefused,
                cut,
                bytes,
                mostMessagesPerConnection,
                mostMessagesPerSecond);
    }
}
