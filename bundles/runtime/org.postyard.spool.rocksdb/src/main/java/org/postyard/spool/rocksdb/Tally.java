package org.postyard.spool.rocksdb;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.MessageClass;
import org.postyard.api.spool.Counts;

/**
 * What the spool has counted up to one of its writes, and what that write keeps with it. Immutable.
 *
 * @param write number of the write, from 1; 0 before the first
 * @param sequence sequence of the last event
 * @param messages messages that are held
 * @param counts recipients accepted and ended, per message class
 */
record Tally(long write, long sequence, long messages, Map<MessageClass, Counts> counts) {
    static final Tally ZERO = new Tally(0, 0, 0, Map.of());
    private static final int VERSION = 1;

    Tally {
        counts = Map.copyOf(counts);
    }

    byte[] encode() {
        Encoder encoder = new Encoder(256)
                .octet(VERSION)
                .number(write)
                .number(sequence)
                .number(messages)
                .number(counts.size());
        counts.forEach((messageClass, of) -> encoder.text(messageClass.name())
                .number(of.accepted())
                .number(of.delivered())
                .number(of.relayed())
                .number(of.bounced())
                .number(of.expired())
                .number(of.suppressed())
                .number(of.cancelled()));
        return encoder.toBytes();
    }

    static Tally decode(byte[] bytes) {
        Decoder decoder = new Decoder(bytes);
        decoder.version(VERSION);
        long write = decoder.number();
        long sequence = decoder.number();
        long messages = decoder.number();
        int classes = decoder.count();
        Map<MessageClass, Counts> counts =
                new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
        for (int i = 0; i < classes; i++) counts.put(MessageCodec.messageClass(decoder), counts(decoder));
        return new Tally(write, sequence, messages, counts);
    }

    private static Counts counts(Decoder decoder) {
        return new Counts(
                decoder.number(),
                decoder.number(),
                decoder.number(),
                decoder.number(),
                decoder.number(),
                decoder.number(),
                decoder.number());
    }

    /** The tally of the next write while it is put together. For one thread. */
    static final class Next {
        private final long write;
        private long sequence;
        private long messages;
        private final Map<MessageClass, Counts> counts;
        private boolean counted;
        private final Tally before;

        Next(Tally before) {
            this.before = before;
            this.write = before.write + 1;
            this.sequence = before.sequence;
            this.messages = before.messages;
            this.counts = new HashMap<>(before.counts);
        }

        void messageAdded() {
            messages++;
        }

        void messageRemoved() {
            messages = Math.max(0, messages - 1);
        }

        /** Counts an event and gives its sequence. */
        long count(EventKind kind, MessageClass messageClass) {
            Counts old = counts.getOrDefault(messageClass, Counts.ZERO);
            Counts updated = old.plus(kind);
            if (updated != old) {
                counts.put(messageClass, updated);
                counted = true;
            }
            return ++sequence;
        }

        long write() {
            return write;
        }

        Tally tally() {
            return new Tally(write, sequence, messages, counted ? counts : before.counts);
        }
    }
}
