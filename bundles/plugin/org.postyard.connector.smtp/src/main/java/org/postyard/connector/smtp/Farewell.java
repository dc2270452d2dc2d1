package org.postyard.connector.smtp;

import java.time.Duration;

/** QUIT and its reply; whatever comes, the connection is closed. */
final class Farewell implements Exchange {
    private final Conversation conversation;
    private final Duration patience;

    Farewell(Conversation conversation, Duration patience) {
        this.conversation = conversation;
        this.patience = patience;
    }

    @Override
    public void replied(ReplyReader reply) {
        conversation.end(Ending.closed("closed from our side"));
    }

    @Override
    public void ended(Ending ending) {}

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public String awaited() {
        return "the reply to QUIT";
    }
}
