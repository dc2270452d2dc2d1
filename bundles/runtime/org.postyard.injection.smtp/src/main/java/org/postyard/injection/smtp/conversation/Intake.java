package org.postyard.injection.smtp.conversation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postyard.api.injection.InjectionResult;
import org.postyard.api.injection.InjectionResult.Accepted;
import org.postyard.api.injection.InjectionResult.Refused;
import org.postyard.api.injection.Submission;
import org.postyard.injection.smtp.command.ChunkCommand;
import org.postyard.injection.smtp.command.CommandLine;
import org.postyard.injection.smtp.content.BodyBuffer;
import org.postyard.injection.smtp.content.Reading;
import org.postyard.injection.smtp.reply.Replies;
import org.postyard.injection.smtp.reply.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the messages of one conversation, by DATA or BDAT, and submits them. Owned by its event loop. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final InjectionResult BROKEN =
            new Refused(InjectionResult.Cause.OVERLOADED, "Internal error; nothing was kept", Duration.ZERO);

    private final Services services;
    private final LoopResources resources;
    private final Client client;
    private final Wire wire;
    private final Consumer<Boolean> ended;
    private ChunkCommand chunk = new ChunkCommand(0, false);
    private @Nullable Reply chunkRefusal;
    private int messages;

    /** @param ended called with whether it was accepted, before each message gets its reply */
    Intake(Services services, LoopResources resources, Client client, Wire wire, Consumer<Boolean> ended) {
        this.services = services;
        this.resources = resources;
        this.client = client;
        this.wire = wire;
        this.ended = ended;
    }

    /** Begins to take a message after DATA, if it can be taken at this moment. */
    void data(Transaction transaction) {
        Optional<Reply> refusal = services.desk().refusalNow().map(Replies::refused);
        if (refusal.isPresent()) refuse(refusal.get());
        else if (services.budget().hasRoomToBegin()) receive(transaction);
        else
            wire.await(services.budget().whenRoomToBegin(services.settings().memoryPatience()), false, room -> {
                if (room) receive(transaction);
                else refuse(Replies.NO_MEMORY);
            });
    }

    private void receive(Transaction transaction) {
        BodyBuffer body = newBody(transaction);
        wire.reply(Replies.SEND_DATA);
        wire.receiveData(body);
    }

    private BodyBuffer newBody(Transaction transaction) {
        BodyBuffer body = new BodyBuffer(
                resources.chunks(), services.budget(), services.settings().maxMessageBytes());
        transaction.receiveInto(body);
        return body;
    }

    /** Takes a BDAT: its octets come whatever is answered (RFC 3030 §2). */
    void chunk(CommandLine line, @Nullable Transaction transaction) {
        Optional<ChunkCommand> command = ChunkCommand.read(line);
        if (command.isEmpty()) {
            wire.reply(Replies.BAD_CHUNK);
            wire.end();
            return;
        }
        chunk = command.get();
        chunkRefusal = null;
        BodyBuffer body = bodyFor(transaction);
        if (body == null) wire.skipChunk(chunk.octets());
        else wire.receiveChunk(body, chunk.octets());
    }

    /** Where the chunk goes; nowhere if it is refused. */
    private @Nullable BodyBuffer bodyFor(@Nullable Transaction transaction) {
        if (transaction == null) return refuseChunk(Replies.MAIL_FIRST);
        if (transaction.failed()) return refuseChunk(Replies.CHUNK_AFTER_FAILURE);
        if (transaction.recipients().isEmpty()) return refuseChunk(Replies.RECIPIENT_FIRST);
        transaction.useChunks();
        BodyBuffer body = transaction.body();
        if (body == null) {
            Optional<Reply> refusal = services.desk().refusalNow().map(Replies::refused);
            if (refusal.isPresent()) return refuseChunk(refusal.get());
            body = newBody(transaction);
        }
        boolean fits = body.sizeBytes() + chunk.octets() <= services.settings().maxMessageBytes();
        return fits ? body : refuseChunk(Replies.TOO_LARGE);
    }

    private @Nullable BodyBuffer refuseChunk(Reply reply) {
        chunkRefusal = reply;
        return null;
    }

    /** Called after the last octet of a chunk. */
    void chunkReceived(@Nullable Transaction transaction, String hello, String protocol) {
        BodyBuffer body = transaction == null ? null : transaction.body();
        Reply refusal = chunkRefusal != null || body == null ? chunkRefusal : lost(body);
        if (refusal != null) {
            if (transaction != null) transaction.fail();
            if (chunk.last()) refuse(refusal);
            else wire.reply(refusal);
        } else if (transaction != null && chunk.last()) submit(transaction, hello, protocol);
        else wire.reply(Reply.of(250, "2.0.0", chunk.octets() + " octets received"));
    }

    /** Called after the final dot. */
    void dataReceived(Transaction transaction, String hello, String protocol) {
        BodyBuffer body = transaction.body();
        Reply lost = body == null ? Replies.INTERNAL_ERROR : lost(body);
        if (lost != null) refuse(lost);
        else submit(transaction, hello, protocol);
    }

    private static @Nullable Reply lost(BodyBuffer body) {
        return switch (body.state()) {
            case KEPT -> null;
            case TOO_LARGE -> Replies.TOO_LARGE;
            case NO_MEMORY -> Replies.NO_MEMORY;
        };
    }

    private void submit(Transaction transaction, String hello, String protocol) {
        BodyBuffer body = transaction.body();
        if (body == null) return;
        String token = client.session() + "." + ++messages;
        byte[] header = resources.received().header(hello, client.literal(), protocol, token);
        boolean eightBit = body.eightBit();
        byte[] octets = body.assemble(header);
        Reading.of(octets, header.length, services.settings().maxReceivedHeaders())
                .fold(
                        reading -> {
                            offer(
                                    new Submission(
                                            transaction.envelope(eightBit),
                                            reading.handling(),
                                            reading.content(),
                                            client.text()),
                                    octets.length,
                                    token);
                            return true;
                        },
                        fault -> {
                            services.budget().release(octets.length);
                            refuse(fault);
                            return false;
                        });
    }

    private void offer(Submission submission, int reservedBytes, String token) {
        CompletionStage<InjectionResult> result = submitSafely(submission)
                .whenComplete((answer, failure) -> services.budget().release(reservedBytes));
        wire.await(result, BROKEN, answer -> conclude(answer, reservedBytes, token));
    }

    private CompletionStage<InjectionResult> submitSafely(Submission submission) {
        try {
            return services.desk().submit(submission);
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private void conclude(InjectionResult result, int bytes, String token) {
        result.fold(new InjectionResult.Cases<Boolean>() {
            @Override
            public Boolean accepted(Accepted accepted) {
                services.counters().messagesAccepted.increment();
                services.counters().contentBytes.add(bytes);
                LOG.debug("message accepted id={} session={} client={}", accepted.id(), token, client.text());
                ended.accept(true);
                wire.reply(Reply.of(250, "2.0.0", "Ok: queued as " + accepted.id()));
                return true;
            }

            @Override
            public Boolean refused(Refused refused) {
                refuse(Replies.refused(refused));
                return false;
            }
        });
    }

    /** Ends the transaction without a message. */
    private void refuse(Reply reply) {
        services.counters().messagesRefused.increment();
        LOG.info("message refused session={} client={} reply=\"{}\"", client.session(), client.text(), reply);
        ended.accept(false);
        wire.reply(reply);
    }
}
