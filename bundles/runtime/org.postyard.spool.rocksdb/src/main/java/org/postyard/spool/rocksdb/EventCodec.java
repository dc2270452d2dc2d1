package org.postyard.spool.rocksdb;

import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.MessageId;

/** Binary form of an event; its sequence is the key and is not repeated, so that it can be encoded before it has one. */
final class EventCodec {
    private static final int VERSION = 1;
    private static final EventKind[] KINDS = EventKind.values();
    private static final BounceClass[] BOUNCE_CLASSES = BounceClass.values();

    private EventCodec() {}

    static byte[] encode(DeliveryEvent event) {
        Encoder encoder = new Encoder(256)
                .octet(VERSION)
                .octet(event.kind().ordinal())
                .time(event.time())
                .number(event.message().value())
                .number(event.recipientIndex())
                .text(event.sender())
                .text(event.recipient())
                .text(event.tenant())
                .text(event.campaign())
                .text(event.messageClass().name())
                .time(event.receivedAt())
                .number(event.sizeBytes())
                .text(event.client())
                .text(event.reason());
        boolean attempted = !event.attempt().equals(AttemptTrace.NONE);
        encoder.flag(attempted);
        if (attempted) encode(event.attempt(), encoder);
        return encoder.toBytes();
    }

    static DeliveryEvent decode(long sequence, byte[] bytes) {
        Decoder decoder = new Decoder(bytes);
        decoder.version(VERSION);
        DeliveryEvent event = new DeliveryEvent(
                sequence,
                decoder.constant(KINDS),
                decoder.time(),
                new MessageId(decoder.number()),
                decoder.count(),
                decoder.text(),
                decoder.text(),
                decoder.text(),
                decoder.text(),
                MessageCodec.messageClass(decoder),
                decoder.time(),
                decoder.count(),
                decoder.text(),
                AttemptTrace.NONE,
                decoder.text());
        return decoder.flag() ? with(event, attempt(decoder)) : event;
    }

    private static void encode(AttemptTrace attempt, Encoder encoder) {
        encoder.number(attempt.number())
                .text(attempt.pool())
                .text(attempt.source())
                .text(attempt.server())
                .text(attempt.site())
                .text(attempt.provider())
                .text(attempt.peer())
                .number(attempt.replyCode())
                .text(attempt.enhancedCode())
                .octet(attempt.bounceClass().ordinal())
                .number(attempt.millis())
                .flag(attempt.unconfirmed());
    }

    private static AttemptTrace attempt(Decoder decoder) {
        return new AttemptTrace(
                decoder.count(),
                decoder.text(),
                decoder.text(),
                decoder.text(),
                decoder.text(),
                decoder.text(),
                decoder.text(),
                decoder.count(),
                decoder.text(),
                decoder.constant(BOUNCE_CLASSES),
                decoder.count(),
                decoder.flag());
    }

    private static DeliveryEvent with(DeliveryEvent event, AttemptTrace attempt) {
        return new DeliveryEvent(
                event.sequence(),
                event.kind(),
                event.time(),
                event.message(),
                event.recipientIndex(),
                event.sender(),
                event.recipient(),
                event.tenant(),
                event.campaign(),
                event.messageClass(),
                event.receivedAt(),
                event.sizeBytes(),
                event.client(),
                attempt,
                event.reason());
    }
}
