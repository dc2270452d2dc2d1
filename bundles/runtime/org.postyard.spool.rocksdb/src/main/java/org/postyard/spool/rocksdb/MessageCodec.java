package org.postyard.spool.rocksdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Notify;
import org.postyard.api.message.Priority;
import org.postyard.api.message.Recipient;

/** Binary form of a message; its id is the key and is not repeated. */
final class MessageCodec {
    private static final int VERSION = 1;
    private static final DsnReturn[] RETURNS = DsnReturn.values();
    private static final Notify[] REPORTS = Notify.values();
    private static final Priority[] PRIORITIES = Priority.values();

    private MessageCodec() {}

    static byte[] encode(Message message) {
        Encoder encoder = new Encoder(256).octet(VERSION);
        encode(message.envelope(), encoder);
        encode(message.handling(), encoder);
        return encoder.time(message.receivedAt())
                .text(message.client())
                .number(message.sizeBytes())
                .toBytes();
    }

    static Message decode(long id, byte[] bytes, Interner interner) {
        Decoder decoder = new Decoder(bytes);
        decoder.version(VERSION);
        Envelope envelope = envelope(decoder, interner);
        Handling handling = interner.one(handling(decoder));
        Instant receivedAt = decoder.time();
        String client = interner.one(decoder.text());
        return new Message(new MessageId(id), envelope, handling, receivedAt, client, decoder.count());
    }

    private static void encode(Envelope envelope, Encoder encoder) {
        encoder.text(envelope.sender())
                .octet(envelope.dsnReturn().ordinal())
                .text(envelope.envelopeId())
                .flag(envelope.eightBit())
                .flag(envelope.smtpUtf8())
                .number(envelope.recipients().size());
        for (Recipient recipient : envelope.recipients())
            encoder.text(recipient.address()).octet(bits(recipient.reports())).text(recipient.originalRecipient());
    }

    private static Envelope envelope(Decoder decoder, Interner interner) {
        String sender = interner.one(decoder.text());
        DsnReturn dsnReturn = decoder.constant(RETURNS);
        String envelopeId = decoder.text();
        boolean eightBit = decoder.flag();
        boolean smtpUtf8 = decoder.flag();
        int count = decoder.count();
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < count; i++)
            recipients.add(new Recipient(decoder.text(), reports(decoder.octet()), decoder.text()));
        return new Envelope(sender, recipients, dsnReturn, envelopeId, eightBit, smtpUtf8);
    }

    private static int bits(Set<Notify> reports) {
        int bits = 0;
        for (Notify report : reports) bits |= 1 << report.ordinal();
        return bits;
    }

    private static Set<Notify> reports(int bits) {
        if (bits == 0) return Set.of();
        Set<Notify> reports = EnumSet.noneOf(Notify.class);
        for (Notify report : REPORTS) if ((bits & 1 << report.ordinal()) != 0) reports.add(report);
        return reports;
    }

    private static void encode(Handling handling, Encoder encoder) {
        encoder.text(handling.tenant())
                .text(handling.campaign())
                .text(handling.messageClass().name())
                .octet(handling.priority().ordinal());
        encoder.flag(handling.pool().isPresent());
        handling.pool().ifPresent(encoder::text);
        encode(handling.notBefore(), encoder);
        encode(handling.deadline(), encoder);
    }

    private static void encode(Optional<Instant> time, Encoder encoder) {
        encoder.flag(time.isPresent());
        time.ifPresent(encoder::time);
    }

    private static Handling handling(Decoder decoder) {
        return new Handling(
                decoder.text(),
                decoder.text(),
                messageClass(decoder),
                decoder.constant(PRIORITIES),
                decoder.flag() ? Optional.of(decoder.text()) : Optional.empty(),
                time(decoder),
                time(decoder));
    }

    private static Optional<Instant> time(Decoder decoder) {
        return decoder.flag() ? Optional.of(decoder.time()) : Optional.empty();
    }

    /** Checking a name again costs more than all the rest, and nearly all classes are one of the three. */
    static MessageClass messageClass(Decoder decoder) {
        String name = decoder.text();
        if (name.equals(MessageClass.BULK.name())) return MessageClass.BULK;
        if (name.equals(MessageClass.TRANSACTIONAL.name())) return MessageClass.TRANSACTIONAL;
        return new MessageClass(name);
    }
}
