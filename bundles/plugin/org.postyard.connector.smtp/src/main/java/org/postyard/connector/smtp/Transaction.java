package org.postyard.connector.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.SmtpReply;

/**
 * One mail transaction (RFC 5321 §3.3): MAIL, RCPT for each recipient, DATA or BDAT, and what the replies mean for each
 * recipient. Event loop only.
 *
 * <p>With PIPELINING the commands up to DATA are one write; with CHUNKING as well, a small content goes in the same
 * write, so that the transaction takes one round trip.
 */
final class Transaction implements Exchange, ChannelFutureListener {
    private static final int ROOM_FOR_COMMANDS = 256;

    /** Whose reply comes next. */
    private enum Step {
        RESET,
        MAIL,
        RECIPIENT,
        DATA,
        END
    }

    private final Conversation conversation;
    private final Capabilities peer;
    private final Settings settings;
    private final Manifest manifest;
    private final boolean relay;
    private final boolean earlierSucceeded;
    private final CompletableFuture<List<RecipientResult>> completion;
    private final @Nullable AttemptResult[] results;
    private final boolean pipelined;
    private final boolean chunked;
    private Step step = Step.MAIL;
    private int recipient = -1;
    private int accepted;
    private boolean anyReply;
    private boolean clean;
    private boolean contentSent;
    private @Nullable ContentWriter content;
    private @Nullable SmtpReply farewell;

    /**
     * @param relay whether a positive end means Relayed
     * @param earlierSucceeded whether this conversation has served a message before
     */
    Transaction(
            Conversation conversation,
            Capabilities peer,
            Settings settings,
            Manifest manifest,
            boolean relay,
            boolean earlierSucceeded,
            CompletableFuture<List<RecipientResult>> completion) {
        this.conversation = conversation;
        this.peer = peer;
        this.settings = settings;
        this.manifest = manifest;
        this.relay = relay;
        this.earlierSucceeded = earlierSucceeded;
        this.completion = completion;
        results = new AttemptResult[manifest.addresses().size()];
        for (int i = 0; i < results.length; i++)
            results[i] = manifest.refusals().get(i).orElse(null);
        pipelined = settings.pipelining() && peer.pipelining();
        chunked = settings.chunking()
                && peer.chunking()
                && LineEnds.properInHeader(manifest.message().content());
    }

    /** Whether the peer is now as before the transaction, so that no RSET is needed. */
    boolean clean() {
        return clean;
    }

    /** Sends the first commands; false if there is nobody to send to, in which case the results are complete. */
    boolean start(boolean reset) {
        clean = true;
        recipient = nextRecipient(0);
        if (recipient == results.length) {
            complete();
            return false;
        }
        clean = false;
        step = reset ? Step.RESET : Step.MAIL;
        boolean withContent = pipelined && chunked && manifest.sizeBytes() <= settings.pipelinedChunkBytes();
        ByteBuf out = allocator().directBuffer(ROOM_FOR_COMMANDS + (withContent ? manifest.sizeBytes() : 0));
        if (reset) Commands.reset(out);
        if (pipelined || !reset) Commands.mail(out, manifest, peer);
        if (pipelined) writeRest(out);
        if (withContent) sendChunk(out);
        else conversation.write(out);
        return true;
    }

    private void writeRest(ByteBuf out) {
        for (int i = recipient; i < results.length; i = nextRecipient(i + 1)) writeRecipient(out, i);
        if (!chunked) Commands.data(out);
    }

    private void writeRecipient(ByteBuf out, int index) {
        Commands.recipient(
                out,
                manifest.addresses().get(index),
                manifest.message().recipients().get(index),
                peer);
    }

    /** The first recipient from an index on that is part of the transaction. */
    private int nextRecipient(int from) {
        int index = from;
        while (index < results.length && manifest.refusals().get(index).isPresent()) index++;
        return index;
    }

    @Override
    public void replied(ReplyReader reply) {
        boolean first = !anyReply;
        anyReply = true;
        if (reply.code() == 421) farewell = reply.reply();
        switch (step) {
            case RESET -> reset(reply);
            case MAIL -> mail(reply, first);
            case RECIPIENT -> recipient(reply);
            case DATA -> data(reply);
            case END -> end(reply);
        }
    }

    private void reset(ReplyReader reply) {
        anyReply = false;
        if (!reply.positive()) {
            conversation.end(Ending.lost("the peer refused RSET: " + reply.reply(), true));
            return;
        }
        step = Step.MAIL;
        if (!pipelined) {
            ByteBuf out = allocator().directBuffer(ROOM_FOR_COMMANDS);
            Commands.mail(out, manifest, peer);
            conversation.write(out);
        }
    }

    private void mail(ReplyReader reply, boolean first) {
        step = Step.RECIPIENT;
        if (reply.positive()) {
            if (!pipelined) sendRecipient();
            return;
        }
        if (unexpectedClass(reply, "MAIL")) return;
        boolean attempted = reply.code() != 421 || !earlierSucceeded || !first;
        refuseRest(Verdicts.onMessage(reply.reply(), attempted));
        if (!pipelined || farewell != null) finish(false);
    }

    private void sendRecipient() {
        ByteBuf out = allocator().directBuffer(ROOM_FOR_COMMANDS);
        writeRecipient(out, recipient);
        conversation.write(out);
    }

    private void recipient(ReplyReader reply) {
        if (unexpectedClass(reply, "RCPT")) return;
        if (results[recipient] == null) {
            if (reply.positive()) accepted++;
            else results[recipient] = Verdicts.onRecipient(reply.reply(), accepted > 0);
        }
        recipient = nextRecipient(recipient + 1);
        if (recipient < results.length) {
            if (!pipelined) sendRecipient();
        } else recipientsDone();
    }

    private void recipientsDone() {
        boolean chunkSent = chunked && content != null;
        step = chunkSent ? Step.END : Step.DATA;
        if (chunkSent || (pipelined && !chunked)) return;
        if (accepted == 0 || farewell != null) {
            finish(false);
            return;
        }
        ByteBuf out = allocator().directBuffer(ROOM_FOR_COMMANDS);
        if (chunked) {
            step = Step.END;
            sendChunk(out);
        } else {
            Commands.data(out);
            conversation.write(out);
        }
    }

    private void data(ReplyReader reply) {
        if (reply.code() == 354) {
            step = Step.END;
            content = ContentWriter.forData(
                    accepted > 0 ? manifest.message().content().bytes() : new byte[0]);
            writable();
            return;
        }
        if (accepted > 0) {
            if (reply.positive() || unexpectedClass(reply, "DATA")) {
                if (reply.positive()) conversation.end(Ending.protocol("the peer answered DATA with " + reply.reply()));
                return;
            }
            refuseRest(Verdicts.onMessage(reply.reply(), true));
        }
        finish(false);
    }

    private void sendChunk(ByteBuf out) {
        Commands.lastChunk(out, manifest.sizeBytes());
        ContentWriter writer =
                ContentWriter.forChunk(manifest.message().content().bytes());
        content = writer;
        writer.writeNext(out);
        ChannelFuture written = conversation.write(out);
        if (writer.finished()) written.addListener(this);
        else writable();
    }

    @Override
    public void writable() {
        ContentWriter writer = content;
        if (writer == null) return;
        while (!writer.finished() && conversation.channel().isWritable()) {
            ChannelFuture written = conversation.write(writer.next(allocator()));
            if (writer.finished()) written.addListener(this);
        }
    }

    /** The last octets of the content have been written to the socket. */
    @Override
    public void operationComplete(ChannelFuture written) {
        contentSent = written.isSuccess();
    }

    private void end(ReplyReader reply) {
        boolean early = content != null && !content.finished();
        if (unexpectedClass(reply, "the end of the content")) return;
        if (reply.positive() && early) {
            conversation.end(Ending.protocol("the peer took the content before its end"));
            return;
        }
        if (accepted > 0) {
            SmtpReply text = reply.reply();
            if (reply.positive())
                refuseRest(relay ? new AttemptResult.Relayed(text) : new AttemptResult.Delivered(text));
            else refuseRest(Verdicts.onMessage(text, true));
        }
        if (early) conversation.retire();
        finish(!early && (!chunked || reply.positive()));
    }

    /** 3yz where only yes or no makes sense. */
    private boolean unexpectedClass(ReplyReader reply, String command) {
        if (reply.positive() || reply.code() >= 400) return false;
        conversation.end(Ending.protocol("the peer answered " + command + " with " + reply.reply()));
        return true;
    }

    private void refuseRest(AttemptResult result) {
        for (int i = 0; i < results.length; i++) if (results[i] == null) results[i] = result;
    }

    private void finish(boolean peerIsClean) {
        clean = peerIsClean;
        conversation.finish();
        if (farewell != null) conversation.close();
        complete();
    }

    @Override
    public void ended(Ending ending) {
        SmtpReply reply = farewell != null ? farewell : ending.reply();
        boolean perhaps = contentSent && farewell == null && !ending.contentUnread();
        refuseRest(perhaps ? new AttemptResult.Unconfirmed(reply) : Verdicts.deferred(reply, attempted(ending)));
        complete();
    }

    /** A peer that ends a conversation between messages has judged nobody. */
    private boolean attempted(Ending ending) {
        return switch (ending.kind()) {
            case CLOSED -> false;
            case LOST -> anyReply || !earlierSucceeded;
            case TIMEOUT, PROTOCOL -> true;
        };
    }

    private void complete() {
        List<RecipientResult> list = new ArrayList<>(results.length);
        for (int i = 0; i < results.length; i++) {
            AttemptResult result = results[i];
            if (result == null) throw new IllegalStateException("recipient " + i + " has no result");
            list.add(new RecipientResult(i, result));
        }
        completion.complete(list);
    }

    @Override
    public Duration patience() {
        Patience patience = settings.patience();
        return switch (step) {
            case RESET, MAIL -> patience.mail();
            case RECIPIENT -> patience.recipient();
            case DATA -> patience.dataInitiation();
            case END -> contentSent ? patience.dataTermination() : patience.dataBlock();
        };
    }

    @Override
    public String awaited() {
        return switch (step) {
            case RESET -> "the reply to RSET";
            case MAIL -> "the reply to MAIL";
            case RECIPIENT -> "the reply to RCPT";
            case DATA -> "the reply to DATA";
            case END -> contentSent ? "the reply to the end of the content" : "the peer taking the content";
        };
    }

    private ByteBufAllocator allocator() {
        return conversation.channel().alloc();
    }
}
