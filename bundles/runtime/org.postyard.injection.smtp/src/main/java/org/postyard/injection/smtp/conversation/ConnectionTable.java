package org.postyard.injection.smtp.conversation;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postyard.api.delivery.Deadline;
import org.postyard.injection.smtp.reply.Replies;
import org.postyard.injection.smtp.reply.Reply;

/** How many connections are open, in all and per client address. Thread-safe by its monitor. */
public final class ConnectionTable {
    private final int maxAll;
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private int all;

    public ConnectionTable(int maxAll) {
        this.maxAll = maxAll;
    }

    /** Counts a new connection, or says with which reply it is refused. */
    public synchronized Optional<Reply> admit(InetAddress client, int maxOfClient) {
        if (all >= maxAll) return Optional.of(Replies.TOO_MANY_CONNECTIONS);
        int ofClient = byAddress.getOrDefault(client, 0);
        if (ofClient >= maxOfClient) return Optional.of(Replies.TOO_MANY_FROM_CLIENT);
        byAddress.put(client, ofClient + 1);
        all++;
        return Optional.empty();
    }

    /** Takes back one that was admitted. */
    public synchronized void leave(InetAddress client) {
        byAddress.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
        all--;
        if (all == 0) notifyAll();
    }

    public synchronized int open() {
        return all;
    }

    /** Waits until no connection is left; says whether that came to pass in time. */
    public synchronized boolean awaitEmpty(Duration longest) throws InterruptedException {
        Deadline deadline = Deadline.in(longest);
        while (all > 0 && !deadline.passed()) wait(Math.max(1, deadline.left().toMillis()));
        return all == 0;
    }
}
