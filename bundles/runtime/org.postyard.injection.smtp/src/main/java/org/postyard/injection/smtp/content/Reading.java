package org.postyard.injection.smtp.content;

import org.postyard.api.message.Content;
import org.postyard.api.message.Handling;
import org.postyard.injection.smtp.reply.Parsed;
import org.postyard.injection.smtp.reply.Replies;

/** A content whose header block has been read and cleaned, with the wishes that stood in it. */
public record Reading(Content content, Handling handling) {
    /**
     * Reads the header block of a content.
     *
     * @param from where the client's own octets start
     * @param maxReceived how many Received headers they may have; more are a loop (RFC 5321 §6.3)
     */
    public static Parsed<Reading> of(byte[] octets, int from, int maxReceived) {
        HeaderBlock block = HeaderBlock.read(octets, from);
        if (block.receivedCount() > maxReceived) return new Parsed.Faulty<>(Replies.MAIL_LOOP);
        byte[] cleaned = block.fields().isEmpty() ? octets : block.withoutFields();
        return HandlingFields.read(block.fields())
                .fold(
                        handling -> new Parsed.Valid<>(new Reading(Content.of(cleaned), handling)),
                        Parsed.Faulty<Reading>::new);
    }
}
