package org.postyard.console.model.view;

import org.postyard.console.model.call.QueueScope;

/** Where a click leads. */
public sealed interface Target {
    record ToServer(String id) implements Target {}

    record ToSource(String id) implements Target {}

    record ToPool(String id) implements Target {}

    record ToQueues(QueueScope scope) implements Target {}

    record ToMessage(String id) implements Target {}

    /** A search for the messages to or from an address. */
    record ToMessagesOf(String address) implements Target {}

    /** Events of attempts at a provider. */
    record ToProvider(String name) implements Target {}

    record ToLedger() implements Target {}

    /** A part of the health of the runtime, by its name. */
    record ToHealth(String part) implements Target {}

    /** The connection to the runtime itself. */
    record ToConnection() implements Target {}

    /** A command of the console, by its id. */
    record ToCommand(String id) implements Target {}

    /** One method for each case. */
    interface Cases<R> {
        R server(String id);

        R source(String id);

        R pool(String id);

        R queues(QueueScope scope);

        R message(String id);

        R messagesOf(String address);

        R provider(String name);

        R ledger();

        R health(String part);

        R connection();

        R command(String id);
    }

    default <R> R fold(Cases<R> cases) {
        if (this instanceof ToServer to) return cases.server(to.id());
        if (this instanceof ToSource to) return cases.source(to.id());
        if (this instanceof ToPool to) return cases.pool(to.id());
        if (this instanceof ToQueues to) return cases.queues(to.scope());
        if (this instanceof ToMessage to) return cases.message(to.id());
        if (this instanceof ToMessagesOf to) return cases.messagesOf(to.address());
        if (this instanceof ToProvider to) return cases.provider(to.name());
        if (this instanceof ToLedger) return cases.ledger();
        if (this instanceof ToHealth to) return cases.health(to.part());
        if (this instanceof ToConnection) return cases.connection();
        return cases.command(((ToCommand) this).id());
    }
}
