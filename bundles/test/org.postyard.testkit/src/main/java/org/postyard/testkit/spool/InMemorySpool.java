package org.postyard.testkit.spool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.Counts;
import org.postyard.api.spool.InFlightMark;
import org.postyard.api.spool.RecipientState;
import org.postyard.api.spool.Recovered;
import org.postyard.api.spool.Settlement;
import org.postyard.api.spool.Spool;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;

/**
 * A spool that keeps everything in memory, for tests; it can be told to be full or broken, and shows what it holds.
 *
 * <p>Thread-safe by one lock. Stages complete in order on the executor that it was made with; those of a direct spool
 * under the lock, which their followers may enter again.
 */
public final class InMemorySpool implements Spool {
    private final Executor completions;
    private final Disk disk;
    private SpoolHealth health = SpoolHealth.WELL;

    private InMemorySpool(Executor completions, Disk disk) {
        this.completions = completions;
        this.disk = disk;
    }

    /** A new spool whose stages are complete when the call returns. */
    public static InMemorySpool direct() {
        return completingOn(Runnable::run);
    }

    /**
     * A new spool whose stages complete on this executor: one thread for a spool that is asynchronous like a real one,
     * or {@code queue::add} for a test that decides itself when something is durable.
     */
    public static InMemorySpool completingOn(Executor completions) {
        return new InMemorySpool(completions, new Disk());
    }

    /** What the next process finds: the same messages, and attempts that were under way are interrupted. */
    public InMemorySpool reopen() {
        synchronized (disk) {
            disk.interrupted.addAll(disk.marks.keySet());
            disk.marks.clear();
        }
        return new InMemorySpool(completions, disk);
    }

    /** From now on it is as well as this says: full spools refuse arrivals, broken ones refuse settlements too. */
    public void becomes(SpoolHealth newHealth) {
        synchronized (disk) {
            health = newHealth;
        }
    }

    /** No room for arrivals. */
    public void becomesFull() {
        becomes(new SpoolHealth(SpoolHealth.State.FULL, "The disk of the spool is full."));
    }

    /** Nothing can be written. */
    public void becomesBroken() {
        becomes(new SpoolHealth(SpoolHealth.State.BROKEN, "The disk of the spool does not answer."));
    }

    public void becomesWell() {
        becomes(SpoolHealth.WELL);
    }

    /** What it holds now, in order of acceptance. */
    public List<Recovered> held() {
        synchronized (disk) {
            return disk.messages.values().stream()
                    .map(kept -> kept.recovered(disk.interrupted))
                    .toList();
        }
    }

    /** All events that were not forgotten, in order. */
    public List<DeliveryEvent> events() {
        synchronized (disk) {
            return List.copyOf(disk.events.values());
        }
    }

    /** Messages that are marked as being in flight now. */
    public Set<MessageId> inFlight() {
        synchronized (disk) {
            return Set.copyOf(disk.marks.keySet());
        }
    }

    @Override
    public CompletionStage<Committed> accept(Arrival arrival) {
        CompletableFuture<Committed> stage = new CompletableFuture<>();
        synchronized (disk) {
            if (!health.well()) return refuse(stage);
            List<RecipientState> states =
                    arrival.finished().stream().map(RecipientState::finished).toList();
            disk.messages.put(arrival.message().id(), new Kept(arrival.message(), arrival.content()));
            disk.put(arrival.message().id(), states);
            return commit(stage, arrival.events());
        }
    }

    @Override
    public CompletionStage<Committed> settle(Settlement settlement) {
        CompletableFuture<Committed> stage = new CompletableFuture<>();
        synchronized (disk) {
            if (health.state() == SpoolHealth.State.BROKEN) return refuse(stage);
            disk.put(settlement.message(), settlement.states());
            disk.interrupted.remove(settlement.message());
            if (settlement.last()) disk.messages.remove(settlement.message());
            return commit(stage, settlement.events());
        }
    }

    private CompletionStage<Committed> commit(CompletableFuture<Committed> stage, List<DeliveryEvent> events) {
        Committed committed = disk.append(events);
        return completeLater(stage, () -> stage.complete(committed));
    }

    private CompletionStage<Committed> refuse(CompletableFuture<Committed> stage) {
        SpoolUnavailableException refusal = new SpoolUnavailableException(health);
        return completeLater(stage, () -> stage.completeExceptionally(refusal));
    }

    private CompletionStage<Committed> completeLater(CompletableFuture<Committed> stage, Runnable completion) {
        completions.execute(completion);
        return stage;
    }

    @Override
    public Optional<Message> message(MessageId id) {
        synchronized (disk) {
            return Optional.ofNullable(disk.messages.get(id)).map(kept -> kept.message);
        }
    }

    @Override
    public Optional<Content> content(MessageId id) {
        synchronized (disk) {
            return Optional.ofNullable(disk.messages.get(id)).map(kept -> kept.content);
        }
    }

    @Override
    public InFlightMark markInFlight(MessageId id) {
        synchronized (disk) {
            Mark mark = new Mark(id);
            disk.marks.computeIfAbsent(id, key -> new HashSet<>()).add(mark);
            return mark;
        }
    }

    @Override
    public void recover(Consumer<Recovered> visitor) {
        held().forEach(visitor);
    }

    @Override
    public List<DeliveryEvent> eventsAfter(long sequence, int limit) {
        synchronized (disk) {
            return disk.events.tailMap(sequence, false).values().stream()
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public void forgetEvents(long upToSequence) {
        synchronized (disk) {
            disk.events.headMap(upToSequence, true).clear();
        }
    }

    @Override
    public Map<MessageClass, Counts> counts() {
        synchronized (disk) {
            return Map.copyOf(disk.counts);
        }
    }

    @Override
    public SpoolHealth health() {
        synchronized (disk) {
            return health;
        }
    }

    @Override
    public Map<String, Double> measurements() {
        synchronized (disk) {
            return Map.of("spool_messages", (double) disk.messages.size());
        }
    }

    /** What survives a restart. */
    private static final class Disk {
        private final Map<MessageId, Kept> messages = new LinkedHashMap<>();
        private final TreeMap<Long, DeliveryEvent> events = new TreeMap<>();
        private final Map<MessageClass, Counts> counts = new HashMap<>();
        private final Map<MessageId, Set<Mark>> marks = new HashMap<>();
        private final Set<MessageId> interrupted = new HashSet<>();
        private long lastSequence;

        void put(MessageId id, List<RecipientState> states) {
            Kept kept = messages.get(id);
            if (kept != null) states.forEach(state -> kept.states.put(state.index(), state));
        }

        Committed append(List<DeliveryEvent> newEvents) {
            List<DeliveryEvent> numbered = new ArrayList<>();
            for (DeliveryEvent event : newEvents) {
                DeliveryEvent kept = event.withSequence(++lastSequence);
                events.put(lastSequence, kept);
                numbered.add(kept);
                Counts before = counts.getOrDefault(kept.messageClass(), Counts.ZERO);
                counts.put(kept.messageClass(), before.plus(kept.kind()));
            }
            return new Committed(numbered);
        }
    }

    private static final class Kept {
        private final Message message;
        private final Content content;
        private final TreeMap<Integer, RecipientState> states = new TreeMap<>();

        Kept(Message message, Content content) {
            this.message = message;
            this.content = content;
        }

        Recovered recovered(Set<MessageId> interrupted) {
            return new Recovered(message, List.copyOf(states.values()), interrupted.contains(message.id()));
        }
    }

    private final class Mark implements InFlightMark {
        private final MessageId id;

        Mark(MessageId id) {
            this.id = id;
        }

        @Override
        public void clear() {
            synchronized (disk) {
                Set<Mark> marks = disk.marks.get(id);
                if (marks != null && marks.remove(this) && marks.isEmpty()) disk.marks.remove(id);
            }
        }
    }
}
