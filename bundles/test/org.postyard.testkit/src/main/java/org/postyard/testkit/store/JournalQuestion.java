package org.postyard.testkit.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.message.MessageId;

/** Puts a {@link JournalQuery} together, one condition at a time. Immutable. */
public record JournalQuestion(JournalQuery query) {
    /** Everything, oldest first, as much as one question may give. */
    public static JournalQuestion all() {
        return new JournalQuestion(JournalQuery.after(0, JournalQuery.MAX_LIMIT));
    }

    public JournalQuestion message(MessageId wanted) {
        return with(parts -> parts.message = Optional.of(wanted));
    }

    public JournalQuestion recipient(String wanted) {
        return with(parts -> parts.recipient = Optional.of(wanted));
    }

    public JournalQuestion sender(String wanted) {
        return with(parts -> parts.sender = Optional.of(wanted));
    }

    public JournalQuestion tenant(String wanted) {
        return with(parts -> parts.tenant = Optional.of(wanted));
    }

    public JournalQuestion campaign(String wanted) {
        return with(parts -> parts.campaign = Optional.of(wanted));
    }

    public JournalQuestion source(String wanted) {
        return with(parts -> parts.source = Optional.of(wanted));
    }

    public JournalQuestion server(String wanted) {
        return with(parts -> parts.server = Optional.of(wanted));
    }

    public JournalQuestion provider(String wanted) {
        return with(parts -> parts.provider = Optional.of(wanted));
    }

    public JournalQuestion from(Instant wanted) {
        return with(parts -> parts.from = Optional.of(wanted));
    }

    public JournalQuestion until(Instant wanted) {
        return with(parts -> parts.until = Optional.of(wanted));
    }

    public JournalQuestion kinds(Set<EventKind> wanted) {
        return with(parts -> parts.kinds = wanted);
    }

    public JournalQuestion after(long sequence) {
        return with(parts -> parts.afterSequence = sequence);
    }

    public JournalQuestion unconfirmedOnly() {
        return with(parts -> parts.unconfirmedOnly = true);
    }

    public JournalQuestion newestFirst() {
        return with(parts -> parts.newestFirst = true);
    }

    public JournalQuestion limit(int most) {
        return with(parts -> parts.limit = most);
    }

    private static final class Parts {
        Set<EventKind> kinds;
        Optional<MessageId> message;
        Optional<String> recipient;
        Optional<String> sender;
        Optional<String> tenant;
        Optional<String> campaign;
        Optional<String> source;
        Optional<String> server;
        Optional<String> provider;
        Optional<Instant> from;
        Optional<Instant> until;
        long afterSequence;
        boolean unconfirmedOnly;
        boolean newestFirst;
        int limit;

        Parts(JournalQuery query) {
            kinds = query.kinds();
            message = query.message();
            recipient = query.recipient();
            sender = query.sender();
            tenant = query.tenant();
            campaign = query.campaign();
            source = query.source();
            server = query.server();
            provider = query.provider();
            from = query.from();
            until = query.until();
            afterSequence = query.afterSequence();
            unconfirmedOnly = query.unconfirmedOnly();
            newestFirst = query.newestFirst();
            limit = query.limit();
        }

        JournalQuery query() {
            return new JournalQuery(
                    kinds,
                    message,
                    recipient,
                    sender,
                    tenant,
                    campaign,
                    source,
                    server,
                    provider,
                    from,
                    until,
                    afterSequence,
                    unconfirmedOnly,
                    newestFirst,
                    limit);
        }
    }

    private JournalQuestion with(Consumer<Parts> change) {
        Parts parts = new Parts(query);
        change.accept(parts);
        return new JournalQuestion(parts.query());
    }
}
