package org.postyard.injection.smtp.conversation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postyard.injection.smtp.command.CommandLine;
import org.postyard.injection.smtp.content.BodyBuffer;
import org.postyard.injection.smtp.content.DotDecoder;
import org.postyard.injection.smtp.reply.Replies;
import org.postyard.injection.smtp.reply.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the octets of one connection: cuts lines and bodies out of what arrives, hands them to the dialogue, and sends its
 * replies, those of one batch of pipelined commands together. While the dialogue waits it reads nothing more. Owned by
 * its event loop.
 */
public final class Pump extends ChannelInboundHandlerAdapter implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    /** How long a client may take to close its side after the last reply. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long LINGER_WHILE_DRAINING_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MAX_UNSENT_OCTETS = 32 * 1024;

    /** What the next octets are. */
    private enum Mode {
        COMMAND,
        /** The rest of a line that is too long. */
        OVERLONG,
        DATA,
        CHUNK,
        /** Of no interest: the last reply has been given. */
        ENDED
    }

    private final Services services;
    private final LoopResources resources;
    private final Client client;
    private final Optional<Reply> refusal;
    private final Channel channel;
    private final Dialogue dialogue;
    private final DotDecoder decoder = new DotDecoder();
    private Mode mode = Mode.COMMAND;
    private ByteBuf input = Unpooled.EMPTY_BUFFER;
    private @Nullable ByteBuf unsent;
    private @Nullable BodyBuffer body;
    private long chunkLeft;
    private long bodyOctets;
    private long bodySince;
    /** When this body first found no memory; 0 if it has not. */
    private long starvedSince;

    private long lastProgress = System.nanoTime();
    private int searched;
    private boolean waiting;
    private boolean inputEnded;

    /** @param refusal reply instead of the greeting, if the connection is one too many */
    public Pump(
            Services services,
            LoopResources resources,
            Client client,
            Optional<Reply> refusal,
            Channel channel,
            boolean encrypted) {
        this.services = services;
        this.resources = resources;
        this.client = client;
        this.refusal = refusal;
        this.channel = channel;
        this.dialogue = new Dialogue(services, resources, client, this, encrypted);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        resources.pumps().add(this);
        refusal.ifPresentOrElse(this::reply, dialogue::greet);
        sayGoodbyeIfIdle();
        flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        resources.pumps().remove(this);
        mode = Mode.ENDED;
        input.release();
        input = Unpooled.EMPTY_BUFFER;
        if (unsent != null) unsent.release();
        unsent = null;
        dialogue.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf octets = (ByteBuf) message;
        if (mode == Mode.ENDED) {
            octets.release();
            return;
        }
        input = input.isReadable()
                ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), input, octets)
                : octets;
        pump();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!channel.isWritable()) return;
        pump();
        flush();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            if (!waiting) closeAfterFlush();
        } else if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess())
            services.counters().tlsHandshakes.increment();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("connection broken session={} client={}", client.session(), client.text(), cause);
        context.close();
    }

    private void pump() {
        boolean progress = false;
        while (!waiting && input.isReadable() && channel.isWritable() && step()) progress = true;
        if (progress) lastProgress = System.nanoTime();
        if (!input.isReadable() || mode == Mode.ENDED) {
            input.release();
            input = Unpooled.EMPTY_BUFFER;
        }
        boolean read = !input.isReadable() || !waiting && channel.isWritable();
        if (channel.config().isAutoRead() != read) channel.config().setAutoRead(read);
    }

    /** Takes the next piece of input; says whether there was one. */
    private boolean step() {
        return switch (mode) {
            case COMMAND -> readCommand();
            case OVERLONG -> skipOverlong();
            case DATA -> readData();
            case CHUNK -> readChunk();
            case ENDED -> false;
        };
    }

    private boolean readCommand() {
        if (resources.draining()) {
            sayGoodbyeIfIdle();
            return false;
        }
        CommandLine line = resources.line();
        int start = input.readerIndex();
        int lineEnd = input.indexOf(start + searched, input.writerIndex(), (byte) '\n');
        int length = (lineEnd < 0 ? input.writerIndex() : lineEnd) - start;
        if (length > line.octets().length) {
            mode = Mode.OVERLONG;
            return true;
        }
        searched = lineEnd < 0 ? length : 0;
        if (lineEnd < 0) return false;
        input.readBytes(line.octets(), 0, length);
        input.skipBytes(1);
        boolean proper = length > 0 && line.octets()[length - 1] == '\r';
        line.begin(proper ? length - 1 : length);
        services.counters().commands.increment();
        if (proper) dialogue.line(line);
        else dialogue.garbled(Replies.BAD_CHARACTERS);
        return true;
    }

    private boolean skipOverlong() {
        searched = 0;
        int length = input.bytesBefore((byte) '\n');
        if (length < 0) input.skipBytes(input.readableBytes());
        else {
            input.skipBytes(length + 1);
            mode = Mode.COMMAND;
            dialogue.garbled(Replies.LINE_TOO_LONG);
        }
        return true;
    }

    /** Lets the client wait while there is no memory for what it sends, up to a time; then the message is read, but not kept. */
    private boolean starved(int octets) {
        long wanted = body == null ? 0 : body.wantedBytes(octets);
        if (wanted == 0 || services.budget().hasRoomFor(wanted)) return false;
        long patience = services.settings().memoryPatience().toNanos();
        long now = System.nanoTime();
        if (starvedSince == 0) starvedSince = now;
        long left = starvedSince + patience - now;
        if (left <= 0) return false;
        await(services.budget().whenRoomFor(wanted, Duration.ofNanos(left)), false, room -> {});
        return true;
    }

    private boolean readData() {
        if (starved(input.readableBytes())) return false;
        int before = input.readableBytes();
        boolean ended = body != null && decoder.feed(input, body);
        bodyOctets += before - input.readableBytes();
        if (ended) {
            mode = Mode.COMMAND;
            body = null;
            dialogue.dataReceived();
        }
        return true;
    }

    private boolean readChunk() {
        int count = (int) Math.min(chunkLeft, input.readableBytes());
        if (starved(count)) return false;
        if (body == null) input.skipBytes(count);
        else body.append(input, count);
        chunkLeft -= count;
        bodyOctets += count;
        if (chunkLeft == 0) endChunk();
        return true;
    }

    private void endChunk() {
        mode = Mode.COMMAND;
        body = null;
        dialogue.chunkReceived();
    }

    @Override
    public void reply(Reply reply) {
        if (mode == Mode.ENDED) return;
        if (unsent == null) unsent = channel.alloc().buffer(256);
        unsent.writeBytes(reply.octets());
        if (unsent.readableBytes() > MAX_UNSENT_OCTETS) flush();
        if (reply.closes()) end(reply.code() == 221);
    }

    @Override
    public void receiveData(BodyBuffer target) {
        decoder.reset();
        begin(Mode.DATA, target);
    }

    @Override
    public void receiveChunk(BodyBuffer target, long octets) {
        chunkLeft = octets;
        begin(Mode.CHUNK, target);
        if (octets == 0) endChunk();
    }

    @Override
    public void skipChunk(long octets) {
        chunkLeft = octets;
        begin(Mode.CHUNK, null);
        if (octets == 0) endChunk();
    }

    private void begin(Mode newMode, @Nullable BodyBuffer target) {
        mode = newMode;
        body = target;
        bodyOctets = 0;
        bodySince = System.nanoTime();
        starvedSince = 0;
    }

    @Override
    public <T> void await(CompletionStage<T> stage, T ifBroken, Consumer<T> next) {
        waiting = true;
        stage.whenComplete((result, failure) -> {
            if (failure != null) LOG.error("no answer from inside session={}", client.session(), failure);
            channel.eventLoop().execute(() -> resume(failure == null ? result : ifBroken, next));
        });
    }

    private <T> void resume(T result, Consumer<T> next) {
        waiting = false;
        lastProgress = System.nanoTime();
        if (mode == Mode.ENDED) return;
        next.accept(result);
        sayGoodbyeIfIdle();
        pump();
        flush();
        if (inputEnded && !waiting) closeAfterFlush();
    }

    @Override
    public boolean hasMoreInput() {
        return input.isReadable();
    }

    @Override
    public void startTls(SslContext context) {
        flush();
        channel.pipeline().addFirst(new SslHandler(context.newEngine(channel.alloc())));
    }

    @Override
    public void end() {
        end(false);
    }

    /** @param farewell whether the client wanted it and will say nothing more */
    private void end(boolean farewell) {
        if (mode == Mode.ENDED) return;
        mode = Mode.ENDED;
        lastProgress = System.nanoTime();
        dialogue.close();
        boolean encrypted = channel.pipeline().first() instanceof SslHandler;
        if (encrypted || farewell && !input.isReadable() || !(channel instanceof DuplexChannel duplex)) {
            closeAfterFlush();
            return;
        }
        // A close with unread input would be a reset, which can destroy the last reply on its way.
        flush();
        duplex.shutdownOutput();
        channel.config().setAutoRead(true);
    }

    private void closeAfterFlush() {
        mode = Mode.ENDED;
        ByteBuf last = unsent == null ? Unpooled.EMPTY_BUFFER : unsent;
        unsent = null;
        channel.writeAndFlush(last).addListener(ChannelFutureListener.CLOSE);
    }

    private void flush() {
        if (unsent == null) return;
        channel.writeAndFlush(unsent, channel.voidPromise());
        unsent = null;
    }

    void drain() {
        sayGoodbyeIfIdle();
        flush();
    }

    private void sayGoodbyeIfIdle() {
        if (resources.draining() && !waiting && mode == Mode.COMMAND) reply(Replies.SHUTTING_DOWN);
    }

    void abort() {
        channel.close();
    }

    void checkTime(long now) {
        switch (mode) {
            case ENDED -> {
                long linger = resources.draining() ? LINGER_WHILE_DRAINING_NANOS : LINGER_NANOS;
                if (now - lastProgress > linger) channel.close();
            }
            case DATA, CHUNK -> {
                if (now - bodySince > longestBodyNanos()) giveUp(Replies.DATA_TOO_SLOW);
            }
            case COMMAND, OVERLONG -> {
                if (!waiting
                        && now - lastProgress
                                > services.settings().idleTimeout().toNanos()) giveUp(Replies.IDLE_TOO_LONG);
            }
        }
    }

    private long longestBodyNanos() {
        Settings settings = services.settings();
        Duration earned = Duration.ofMillis(bodyOctets * 1000 / settings.minDataBytesPerSecond());
        return settings.dataGrace().plus(earned).toNanos();
    }

    private void giveUp(Reply reply) {
        LOG.info("client gave up on session={} client={} reply=\"{}\"", client.session(), client.text(), reply);
        reply(reply);
        flush();
    }
}
