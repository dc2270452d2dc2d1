package org.postyard.testkit.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.message.Recipient;

/**
 * A connector without a network, for tests of what calls connectors: its answers are scripted, can be held back, and
 * everything that it was asked is recorded.
 *
 * <p>Without a script it connects at once and takes every message. Thread-safe by one lock; scripts run in the calling
 * thread, outside the lock, and results arrive in the calling thread unless {@link #answerOn} says otherwise.
 */
public final class FakeConnector implements Connector {
    /** The reply of a peer that takes everything. */
    public static final SmtpReply OK = new SmtpReply(250, "2.0.0", "ok");

    /** Decides what becomes of one recipient. */
    @FunctionalInterface
    public interface Script {
        AttemptResult answer(EgressPath path, OutboundMessage message, Recipient recipient);
    }

    /** Decides what becomes of a wish to connect; empty lets it succeed. */
    @FunctionalInterface
    public interface ConnectScript {
        Optional<ConnectResult> answer(EgressPath path);
    }

    /**
     * One call of {@code deliver}.
     *
     * @param session number of the conversation, counted from 1
     * @param results one for each recipient, in their order; empty as long as they are held
     */
    public record Delivery(int session, EgressPath path, OutboundMessage message, List<AttemptResult> results) {
        public Delivery {
            results = List.copyOf(results);
        }
    }

    private final Map<String, Integer> openByPath = new HashMap<>();
    private final Map<String, Integer> mostOpenByPath = new HashMap<>();
    private final List<FakeSession> sessions = new ArrayList<>();
    private final List<FakeDelivery> deliveries = new ArrayList<>();
    private final List<Runnable> heldConnects = new ArrayList<>();
    private final List<EgressPath> connects = new ArrayList<>();
    private Script script = (path, message, recipient) -> accepted(path);
    private ConnectScript connectScript = path -> Optional.empty();
    private Executor executor = Runnable::run;
    private boolean holdConnects;
    private boolean holdDeliveries;
    private int messagesPerSession = Integer.MAX_VALUE;

    /** Answers deliveries by this script from now on. */
    public synchronized FakeConnector answer(Script newScript) {
        script = newScript;
        return this;
    }

    /** Answers wishes to connect by this script from now on. */
    public synchronized FakeConnector answerConnects(ConnectScript newScript) {
        connectScript = newScript;
        return this;
    }

    /** Completes results on this executor from now on; one that delays makes a slow peer. */
    public synchronized FakeConnector answerOn(Executor newExecutor) {
        executor = newExecutor;
        return this;
    }

    /** Lets the peer close each conversation silently after this many messages. */
    public synchronized FakeConnector closeAfter(int messages) {
        messagesPerSession = messages;
        return this;
    }

    /** Keeps every later result of {@code deliver} back until {@link #releaseDeliveries}; its deadline and a close still end it. */
    public synchronized FakeConnector holdDeliveries() {
        holdDeliveries = true;
        return this;
    }

    /** Answers everything held, by the present script, and holds no more. */
    public void releaseDeliveries() {
        List<FakeDelivery> released;
        synchronized (this) {
            holdDeliveries = false;
            released = deliveries.stream().filter(FakeDelivery::pending).toList();
        }
        released.forEach(this::settle);
    }

    /** Answers the delivery that has been held longest, by the present script; false if none is held. */
    public boolean releaseOneDelivery() {
        Optional<FakeDelivery> oldest;
        synchronized (this) {
            oldest = deliveries.stream().filter(FakeDelivery::pending).findFirst();
        }
        oldest.ifPresent(this::settle);
        return oldest.isPresent();
    }

    /** Keeps every later {@code connect} unanswered until {@link #releaseConnects}: a peer that does not even greet. Deadlines are not kept meanwhile. */
    public synchronized FakeConnector holdConnects() {
        holdConnects = true;
        return this;
    }

    public void releaseConnects() {
        List<Runnable> released;
        synchronized (this) {
            holdConnects = false;
            released = List.copyOf(heldConnects);
            heldConnects.clear();
        }
        released.forEach(Runnable::run);
    }

    /** Lets the peer close every conversation that is idle now: none of them is reusable any more. */
    public synchronized void closeIdleByPeer() {
        sessions.stream().filter(FakeSession::idle).forEach(FakeSession::peerCloses);
    }

    /** Paths of all wishes to connect, in their order. */
    public synchronized List<EgressPath> connects() {
        return List.copyOf(connects);
    }

    /** All deliveries asked for, in their order, held ones included. */
    public synchronized List<Delivery> deliveries() {
        return deliveries.stream().map(FakeDelivery::record).toList();
    }

    /** Deliveries that wait for their result. */
    public synchronized int pendingDeliveries() {
        return (int) deliveries.stream().filter(FakeDelivery::pending).count();
    }

    /** Conversations of a path (by {@link EgressPath#name}) that are open now. */
    public synchronized int open(String pathName) {
        return openByPath.getOrDefault(pathName, 0);
    }

    /** All conversations that are open now. */
    public synchronized int open() {
        return openByPath.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Most conversations that were ever open at one time on a path; one counts from the wish to connect on. */
    public synchronized int mostOpen(String pathName) {
        return mostOpenByPath.getOrDefault(pathName, 0);
    }

    @Override
    public CompletionStage<ConnectResult> connect(EgressPath path, Deadline deadline) {
        CompletableFuture<ConnectResult> result = new CompletableFuture<>();
        Runnable answer = () -> result.complete(answerConnect(path));
        synchronized (this) {
            connects.add(path);
            int open = openByPath.merge(path.name(), 1, Integer::sum);
            mostOpenByPath.merge(path.name(), open, Math::max);
            if (holdConnects) {
                heldConnects.add(answer);
                return result;
            }
        }
        currentExecutor().execute(answer);
        return result;
    }

    private ConnectResult answerConnect(EgressPath path) {
        Optional<ConnectResult> refusal = currentConnectScript().answer(path);
        if (refusal.isPresent()) {
            closed(path);
            return refusal.get();
        }
        synchronized (this) {
            FakeSession session = new FakeSession(this, path, sessions.size() + 1, messagesPerSession);
            sessions.add(session);
            return new ConnectResult.Connected(session);
        }
    }

    CompletionStage<List<RecipientResult>> deliver(
            FakeSession session, EgressPath path, OutboundMessage message, Deadline deadline) {
        FakeDelivery delivery = new FakeDelivery(session, path, message);
        boolean hold;
        synchronized (this) {
            deliveries.add(delivery);
            session.under(delivery);
            hold = holdDeliveries;
        }
        if (hold) delivery.endAt(deadline);
        else currentExecutor().execute(() -> settle(delivery));
        return delivery.stage();
    }

    private void settle(FakeDelivery delivery) {
        Script current = currentScript();
        delivery.complete(recipient -> current.answer(delivery.path(), delivery.message(), recipient));
    }

    synchronized void closed(EgressPath path) {
        openByPath.merge(path.name(), -1, Integer::sum);
    }

    private synchronized Script currentScript() {
        return script;
    }

    private synchronized ConnectScript currentConnectScript() {
        return connectScript;
    }

    private synchronized Executor currentExecutor() {
        return executor;
    }

    /** What a peer that takes everything answers on this path. */
    public static AttemptResult accepted(EgressPath path) {
        return path.source().nextHop().isPresent() ? new AttemptResult.Relayed(OK) : new AttemptResult.Delivered(OK);
    }

    /** A 451 that the peer gave after looking at the recipient. */
    public static AttemptResult deferred() {
        return new AttemptResult.Deferred(
                new SmtpReply(451, "4.3.0", "try again later"), Optional.<Duration>empty(), true);
    }

    /** A 550 for an unknown mailbox. */
    public static AttemptResult bounced() {
        return new AttemptResult.Bounced(new SmtpReply(550, "5.1.1", "no such mailbox"));
    }
}
