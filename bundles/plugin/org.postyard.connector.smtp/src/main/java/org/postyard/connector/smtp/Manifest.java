package org.postyard.connector.smtp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.message.Content;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Recipient;

/**
 * What of a message can go to a peer with these capabilities, decided before anything is sent: recipients that cannot
 * go have their result here.
 *
 * @param smtpUtf8 whether the transaction needs SMTPUTF8 (RFC 6531)
 * @param addresses of the recipients, in the form for this peer; parallel to the recipients
 * @param refusals results known beforehand; parallel to the recipients
 */
record Manifest(
        OutboundMessage message,
        String sender,
        boolean smtpUtf8,
        List<String> addresses,
        List<Optional<AttemptResult>> refusals) {
    private static final SmtpReply TOO_LARGE =
            new SmtpReply(552, "5.3.4", "the message is larger than the size that the peer announced");
    private static final SmtpReply NO_EIGHT_BIT =
            new SmtpReply(554, "5.6.3", "the message has 8-bit content and the peer does not offer 8BITMIME");
    private static final SmtpReply NO_UTF8 = new SmtpReply(
            553,
            "5.6.7",
            "the message has internationalised addresses or headers and the peer does not offer SMTPUTF8");
    private static final SmtpReply BAD_SENDER = new SmtpReply(553, "5.1.7", "the sender address is malformed");
    private static final SmtpReply BAD_RECIPIENT = new SmtpReply(553, "5.1.3", "the recipient address is malformed");
    private static final SmtpReply TOO_MANY =
            new SmtpReply(452, "4.5.3", "the peer announced that it takes fewer recipients at a time");

    static Manifest of(OutboundMessage message, Capabilities peer, Settings settings) {
        Envelope envelope = message.message().envelope();
        Optional<SmtpReply> obstacle = obstacle(message, peer, settings);
        String sender = envelope.sender();
        if (!peer.smtpUtf8() && !Addresses.ascii(sender)) {
            Optional<String> plain = Addresses.withoutUtf8(sender);
            sender = plain.orElse("");
            if (plain.isEmpty() && obstacle.isEmpty()) obstacle = Optional.of(NO_UTF8);
        }
        Builder builder = new Builder(peer);
        for (Recipient recipient : message.recipients()) builder.add(recipient, obstacle);
        boolean smtpUtf8 = peer.smtpUtf8() && (envelope.smtpUtf8() || builder.nonAscii || !Addresses.ascii(sender));
        return new Manifest(message, sender, smtpUtf8, builder.addresses, builder.refusals);
    }

    private static Optional<SmtpReply> obstacle(OutboundMessage message, Capabilities peer, Settings settings) {
        Envelope envelope = message.message().envelope();
        long maximum = peer.maximumSizeBytes();
        if (maximum > 0 && message.content().sizeBytes() > maximum) return Optional.of(TOO_LARGE);
        if (!Addresses.speakable(envelope.sender())) return Optional.of(BAD_SENDER);
        if (settings.bounceEightBit() && envelope.eightBit() && !peer.eightBitMime()) return Optional.of(NO_EIGHT_BIT);
        if (envelope.smtpUtf8() && !peer.smtpUtf8() && eightBitHeader(message.content())) return Optional.of(NO_UTF8);
        return Optional.empty();
    }

    private static boolean eightBitHeader(Content content) {
        byte[] bytes = content.bytes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) return true;
            if (bytes[i] == '\n' && i >= 3 && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') return false;
        }
        return false;
    }

    Envelope envelope() {
        return message.message().envelope();
    }

    int sizeBytes() {
        return message.content().sizeBytes();
    }

    /** Collects addresses and refusals recipient by recipient. */
    private static final class Builder {
        private final Capabilities peer;
        private final List<String> addresses = new ArrayList<>(1);
        private final List<Optional<AttemptResult>> refusals = new ArrayList<>(1);
        private final Set<String> domains = new HashSet<>(0);
        private int taken;
        private boolean nonAscii;

        Builder(Capabilities peer) {
            this.peer = peer;
        }

        void add(Recipient recipient, Optional<SmtpReply> obstacle) {
            String address = recipient.address();
            boolean ascii = Addresses.ascii(address);
            Optional<String> form = ascii || peer.smtpUtf8() ? Optional.of(address) : Addresses.withoutUtf8(address);
            addresses.add(form.orElse(""));
            refusals.add(refusal(recipient, form, obstacle));
            nonAscii |= !ascii;
        }

        private Optional<AttemptResult> refusal(
                Recipient recipient, Optional<String> form, Optional<SmtpReply> obstacle) {
            if (obstacle.isPresent()) return Optional.of(new AttemptResult.Bounced(obstacle.get()));
            if (!Addresses.speakable(recipient.address())) return Optional.of(new AttemptResult.Bounced(BAD_RECIPIENT));
            if (form.isEmpty()) return Optional.of(new AttemptResult.Bounced(NO_UTF8));
            if (!fits(recipient)) return Optional.of(new AttemptResult.Deferred(TOO_MANY, Optional.empty(), false));
            taken++;
            return Optional.empty();
        }

        /** LIMITS (RFC 9422 §4). */
        private boolean fits(Recipient recipient) {
            if (peer.recipientMaximum() > 0 && taken >= peer.recipientMaximum()) return false;
            if (peer.recipientDomainMaximum() == 0 || domains.contains(recipient.domain())) return true;
            if (domains.size() >= peer.recipientDomainMaximum()) return false;
            return domains.add(recipient.domain());
        }
    }
}
