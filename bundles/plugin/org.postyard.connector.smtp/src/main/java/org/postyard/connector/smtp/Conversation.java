package org.postyard.connector.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.Deadline;

/**
 * One TCP connection that speaks SMTP: passes replies to the exchange that is under way, watches its limits of time and
 * sees to it that it ends exactly once. Event loop only, except for what says otherwise.
 */
final class Conversation extends ChannelInboundHandlerAdapter implements Loop.Watched {
    private final Loop loop;
    private final Duration quitPatience;
    private final ReplyReader reader = new ReplyReader();
    private @Nullable Channel channel;
    private @Nullable Exchange exchange;
    private Deadline deadline = new Deadline(0);
    private long pendingOctets;
    private boolean silenceExpected;
    private boolean ended;
    private volatile boolean usable = true;
    /** Zero while the peer owes nothing. */
    private volatile long silentSinceNanos;

    Conversation(Loop loop, Duration quitPatience) {
        this.loop = loop;
        this.quitPatience = quitPatience;
    }

    Loop loop() {
        return loop;
    }

    /** Whether another transaction may be begun here later; any thread. */
    boolean usable() {
        return usable;
    }

    /** Any thread. */
    void retire() {
        usable = false;
    }

    /** Any thread. */
    Duration silentFor() {
        long since = silentSinceNanos;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(Math.max(0, System.nanoTime() - since));
    }

    /** Puts an exchange under way, with the peer owing the first reply from now on. */
    void begin(Exchange newcomer, Deadline newDeadline) {
        exchange = newcomer;
        deadline = newDeadline;
        waitAnew();
    }

    /** The exchange is over and the peer owes nothing. */
    void finish() {
        exchange = null;
        silentSinceNanos = 0;
    }

    /** The peer has done something; its patience starts again. */
    void waitAnew() {
        silentSinceNanos = System.nanoTime() | 1;
    }

    /** What has arrived beyond the reply that is being read was not asked for: a trap, if TLS is about to begin. */
    void expectSilence() {
        silenceExpected = true;
    }

    Channel channel() {
        if (channel == null) throw new IllegalStateException("no connection yet");
        return channel;
    }

    ChannelFuture write(ByteBuf octets) {
        return channel().writeAndFlush(octets);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
        loop.watch(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof ByteBuf octets) read(octets);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(ByteBuf octets) {
        while (!ended && octets.isReadable()) {
            switch (reader.read(octets)) {
                case INCOMPLETE -> {}
                case COMPLETE -> replied();
                case MALFORMED -> end(Ending.protocol("the peer did not speak SMTP"));
            }
            if (silenceExpected && octets.isReadable())
                end(Ending.protocol("the peer said more than its reply to STARTTLS"));
        }
        silenceExpected = false;
    }

    private void replied() {
        Exchange current = exchange;
        if (current == null) {
            end(Ending.lost("the peer spoke unasked: " + reader.reply(), false));
            return;
        }
        waitAnew();
        if (reader.code() == 421) usable = false;
        current.replied(reader);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Exchange current = exchange;
        if (current != null && context.channel().isWritable()) current.writable();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent)
            end(Ending.lost("the peer closed the connection", SocketState.contentUnread(context.channel())));
        else context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(Ending.lost("the connection was lost", false));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(Ending.lost("the connection broke: " + cause.getMessage(), false));
    }

    @Override
    public void tick(long nowNanos) {
        Exchange current = exchange;
        if (current == null || channel == null) return;
        long pending = pendingOctets(channel);
        if (pending != pendingOctets) {
            pendingOctets = pending;
            waitAnew();
        }
        if (deadline.nanoTime() - nowNanos <= Loop.TICK_NANOS)
            end(Ending.timeout("the deadline came before " + current.awaited()));
        else if (nowNanos - silentSinceNanos > current.patience().toNanos())
            end(Ending.timeout("no sign of " + current.awaited() + " within "
                    + current.patience().toSeconds() + " s"));
    }

    private static long pendingOctets(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }

    /** Says goodbye if nothing is under way, else ends at once. Any thread. */
    void close() {
        usable = false;
        loop.run(this::leave, () -> {});
    }

    private void leave() {
        Channel current = channel;
        if (ended || exchange instanceof Farewell) return;
        if (current == null || exchange != null || !current.isActive()) {
            end(Ending.closed("closed from our side"));
            return;
        }
        begin(new Farewell(this, quitPatience), Deadline.in(quitPatience.plusNanos(Loop.TICK_NANOS)));
        write(Commands.quit(current.alloc()));
    }

    /** Ends the conversation, whatever is under way. */
    void end(Ending ending) {
        if (ended) return;
        ended = true;
        usable = false;
        silentSinceNanos = 0;
        loop.unwatch(this);
        Exchange last = exchange;
        exchange = null;
        if (channel != null) channel.close();
        if (last != null) last.ended(ending);
    }

    boolean hasEnded() {
        return ended;
    }
}
