package org.postyard.console.ui.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postyard.console.model.call.MessageCalls;
import org.postyard.console.model.call.MessageSearch;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.MessagePage;
import org.postyard.protocol.MessageSummary;

/** Turns what somebody typed into searches of the journal, and their answers into one list. Never blocks. */
final class MessageFinder {

    static final int MOST_MESSAGES = 500;
    private static final Pattern MESSAGE_ID = Pattern.compile("[0-9a-z]{13}");

    /** How far back to search. */
    enum Range {
        HOUR("Last hour", Duration.ofHours(1)),
        DAY("Last 24 hours", Duration.ofDays(1)),
        WEEK("Last 7 days", Duration.ofDays(7)),
        ALL("All times", Duration.ZERO);

        private final String label;
        private final Duration span;

        Range(String label, Duration span) {
            this.label = label;
            this.span = span;
        }

        String label() {
            return label;
        }

        Optional<Instant> from(Instant now) {
            return span.isZero() ? Optional.empty() : Optional.of(now.minus(span));
        }
    }

    /**
     * What somebody is looking for.
     *
     * @param address whole address, {@code @domain} or a domain; empty for any
     */
    record Wish(String address, String campaign, Range range) {
        boolean messageId() {
            return MESSAGE_ID.matcher(address).matches();
        }
    }

    /** What was found, newest first, and whether there are older ones. */
    record Answer(List<MessageSummary> messages, boolean more) {}

    private final MessageCalls calls;

    MessageFinder(MessageCalls calls) {
        this.calls = calls;
    }

    /** An address is looked for among recipients and senders. */
    CompletionStage<Outcome<Answer>> find(Wish wish, Instant runtimeTime) {
        Optional<String> address = addressOf(wish);
        if (address.isEmpty()) {
            return calls.find(search(Optional.empty(), Optional.empty(), wish, runtimeTime))
                    .thenApply(outcome -> outcome.map(page -> new Answer(page.messages(), page.more())));
        }
        CompletableFuture<Outcome<MessagePage>> received =
                calls.find(search(address, Optional.empty(), wish, runtimeTime)).toCompletableFuture();
        return calls.find(search(Optional.empty(), address, wish, runtimeTime))
                .thenCombine(received, MessageFinder::joined);
    }

    private static Optional<String> addressOf(Wish wish) {
        if (wish.address().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(wish.address().indexOf('@') < 0 ? "@" + wish.address() : wish.address());
    }

    private static MessageSearch search(
            Optional<String> recipient, Optional<String> sender, Wish wish, Instant runtimeTime) {
        Optional<String> campaign = Optional.of(wish.campaign()).filter(text -> !text.isEmpty());
        return new MessageSearch(
                recipient,
                sender,
                Optional.empty(),
                campaign,
                wish.range().from(runtimeTime),
                Optional.empty(),
                MOST_MESSAGES);
    }

    private static Outcome<Answer> joined(Outcome<MessagePage> sent, Outcome<MessagePage> received) {
        if (received.value().isEmpty()) {
            return received.map(page -> new Answer(List.of(), false));
        }
        MessagePage second = received.value().get();
        return sent.map(first -> {
            Map<String, MessageSummary> both = new LinkedHashMap<>();
            Stream.concat(first.messages().stream(), second.messages().stream())
                    .sorted(Comparator.comparing(MessageSummary::receivedAt).reversed())
                    .forEach(message -> both.putIfAbsent(message.id(), message));
            return new Answer(List.copyOf(both.values()), first.more() || second.more());
        });
    }
}
