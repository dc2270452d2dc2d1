package org.postyard.engine.event;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.postyard.api.event.DeliveryEventListener;
import org.postyard.api.event.EventFeed;
import org.postyard.api.operation.MetricSource;
import org.postyard.api.operation.SlotStatus;
import org.postyard.engine.slot.Slot;
import org.postyard.engine.slot.SlotOwner;
import org.postyard.engine.slot.Slots;

/** The listeners that are fed with events, each in a slot and by a thread of its own, until it leaves. Thread-safe. */
public final class Listeners implements MetricSource, AutoCloseable {
    private static final Pattern UNQUOTABLE = Pattern.compile("[\"\\\\\\p{Cntrl}]");

    private final Slots<DeliveryEventListener> slots = new Slots<>();
    private final Map<Long, ListenerFeeder> feeders = new ConcurrentHashMap<>();
    private final EventFeed feed;
    private final BooleanSupplier numbersKnown;

    public Listeners(EventPipeline events) {
        this(events, events::numbersKnown);
    }

    Listeners(EventFeed feed, BooleanSupplier numbersKnown) {
        this.feed = feed;
        this.numbersKnown = numbersKnown;
    }

    public void bind(SlotOwner owner, DeliveryEventListener listener) {
        Slot<DeliveryEventListener> slot = slots.bind(owner, listener);
        feeders.put(owner.serviceId(), new ListenerFeeder(feed, numbersKnown, slot));
    }

    /** Returns when the call under way has ended, at the latest after seven seconds. */
    public void unbind(long serviceId) {
        slots.unbind(serviceId, slot -> {}, slot -> close(serviceId));
        close(serviceId);
    }

    private void close(long serviceId) {
        ListenerFeeder feeder = feeders.remove(serviceId);
        if (feeder != null) feeder.close();
    }

    /** Gives the listeners of a bundle nothing until they are reopened; returns how many those are. */
    public int drain(String bundle, String why) {
        return slots.drain(bundle, why, slot -> {});
    }

    public int reopen(String bundle) {
        return slots.reopen(bundle);
    }

    public List<SlotStatus> statuses() {
        return slots.statuses();
    }

    @Override
    public Map<String, Double> measurements() {
        Map<String, Double> numbers = new TreeMap<>();
        for (ListenerFeeder feeder : feeders.values()) {
            String label =
                    "{listener=\"" + UNQUOTABLE.matcher(feeder.listener()).replaceAll("_") + "\"}";
            numbers.merge("postyard_listener_events_total" + label, (double) feeder.given(), Double::sum);
            numbers.merge("postyard_listener_lost_events_total" + label, (double) feeder.lost(), Double::sum);
        }
        return numbers;
    }

    @Override
    public void close() {
        feeders.keySet().forEach(this::close);
    }
}
