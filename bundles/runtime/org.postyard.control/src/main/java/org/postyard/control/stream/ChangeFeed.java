package org.postyard.control.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postyard.control.problem.ProblemException;
import org.postyard.protocol.StreamTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives clients that asked for changes a list once, and from then on only the rows that changed. Who could not take a change gets
 * the whole list again. For the one thread of {@link LiveStream}.
 */
final class ChangeFeed<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private final StreamTopic topic;
    private final String event;
    private final Supplier<List<T>> rows;
    private final Function<T, String> id;
    private final BiFunction<List<T>, List<String>, Object> record;
    private Map<String, T> last = Map.of();

    /**
     * @param event of the frames with changes
     * @param record makes the wire record from changed rows and removed ids
     */
    ChangeFeed(
            StreamTopic topic,
            String event,
            Supplier<List<T>> rows,
            Function<T, String> id,
            BiFunction<List<T>, List<String>, Object> record) {
        this.topic = topic;
        this.event = event;
        this.rows = rows;
        this.id = id;
        this.record = record;
    }

    void tell(List<StreamClient> clients, Frames frames, Instant now) {
        List<StreamClient> wanting =
                clients.stream().filter(client -> client.wantsChanges(topic)).toList();
        if (wanting.isEmpty()) return;
        try {
            tellAll(wanting, frames, now);
        } catch (ProblemException missing) {
            LOG.debug("No {} for the stream: {}", topic, missing.getMessage());
        }
    }

    private void tellAll(List<StreamClient> wanting, Frames frames, Instant now) {
        List<T> list = rows.get();
        Map<String, T> next = new HashMap<>(list.size() * 2);
        List<T> changed = new ArrayList<>();
        for (T row : list) {
            next.put(id.apply(row), row);
            if (!row.equals(last.get(id.apply(row)))) changed.add(row);
        }
        List<String> removed =
                last.keySet().stream().filter(known -> !next.containsKey(known)).toList();
        last = next;
        boolean news = !changed.isEmpty() || !removed.isEmpty();
        byte[] change = news ? frames.changes(event, record.apply(changed, removed)) : new byte[0];
        byte[] whole =
                wanting.stream().allMatch(client -> client.knows(topic)) ? new byte[0] : frames.snapshot(topic, list);
        for (StreamClient client : wanting) {
            if (!client.knows(topic)) client.offerWhole(topic, whole, now);
            else if (news) client.offerChange(topic, change, now);
        }
    }
}
