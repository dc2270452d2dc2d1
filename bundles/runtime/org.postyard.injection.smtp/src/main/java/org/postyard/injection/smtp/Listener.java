package org.postyard.injection.smtp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.postyard.injection.smtp.conversation.Client;
import org.postyard.injection.smtp.conversation.ConnectionTable;
import org.postyard.injection.smtp.conversation.LoopResources;
import org.postyard.injection.smtp.conversation.Pump;
import org.postyard.injection.smtp.conversation.Services;
import org.postyard.injection.smtp.login.Networks;
import org.postyard.injection.smtp.reply.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets that clients connect to, and the event loops that serve them. A port in use is tried again until it is free. Thread-safe by its monitor. */
final class Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int BACKLOG = 1024;
    private static final int RETRY_SECONDS = 5;

    /**
     * Who may connect how often.
     *
     * @param maxPerClient connections of one address that is not trusted
     * @param maxPerTrustedClient connections of one address that is
     */
    record Admission(Networks trusted, int maxPerClient, int maxPerTrustedClient) {}

    private final Services services;
    private final Admission admission;
    private final ConnectionTable connections;
    private final Transport transport;
    private final Map<EventExecutor, LoopResources> resources = new IdentityHashMap<>();
    private final List<Channel> servers = new ArrayList<>();
    private final AtomicLong accepted = new AtomicLong();
    private final String sessionPrefix;
    private boolean stopped;

    Listener(Services services, Admission admission, ConnectionTable connections, Transport transport, Clock clock) {
        this.services = services;
        this.admission = admission;
        this.connections = connections;
        this.transport = transport;
        this.sessionPrefix = Long.toString(clock.millis() / 1000, 36) + "-";
        for (EventExecutor loop : transport.group()) {
            LoopResources ofLoop = new LoopResources(services.settings(), clock);
            resources.put(loop, ofLoop);
            loop.scheduleAtFixedRate(ofLoop::checkTime, 1, 1, TimeUnit.SECONDS);
        }
    }

    /**
     * Listens on an address; if that fails now, as soon as it can be had.
     *
     * @param encrypted whether clients begin with TLS
     * @param setting name of the port's setting, for the log
     */
    void listen(String host, int port, boolean encrypted, String setting) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(transport.group())
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(1024, 16_384, 65_536))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, encrypted);
                    }
                });
        bind(bootstrap, host, port, setting, true);
    }

    private synchronized void bind(
            ServerBootstrap bootstrap, String host, int port, String setting, boolean firstTime) {
        if (stopped) return;
        ChannelFuture bound = bootstrap.bind(new InetSocketAddress(host, port)).awaitUninterruptibly();
        if (bound.isSuccess()) {
            servers.add(bound.channel());
            LOG.info("listening address={} transport={}", bound.channel().localAddress(), transport.name());
            return;
        }
        if (firstTime)
            LOG.error(
                    "cannot listen on {}:{} (settings host and {}): {}; trying again every {} s",
                    host,
                    port,
                    setting,
                    bound.cause().toString(),
                    RETRY_SECONDS);
        retryLater(bootstrap, host, port, setting);
    }

    private void retryLater(ServerBootstrap bootstrap, String host, int port, String setting) {
        Thread retry = new Thread(() -> bind(bootstrap, host, port, setting, false), "smtp-injection-bind");
        retry.setDaemon(true);
        transport.group().next().schedule(retry::start, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void accept(SocketChannel channel, boolean encrypted) {
        InetSocketAddress remote = channel.remoteAddress();
        if (remote == null) {
            channel.close();
            return;
        }
        InetAddress address = remote.getAddress();
        boolean trusted = admission.trusted.contains(address);
        Optional<Reply> refusal = admit(channel, address, trusted);
        Client client = Client.of(address, trusted, sessionPrefix + Long.toString(accepted.incrementAndGet(), 36));
        EventLoop loop = channel.eventLoop();
        LoopResources ofLoop = resources.get(loop);
        if (ofLoop == null) throw new IllegalStateException("event loop of another group");
        if (encrypted) services.tls().ifPresent(tls -> addTls(channel, tls));
        channel.pipeline().addLast(new Pump(services, ofLoop, client, refusal, channel, encrypted));
    }

    private Optional<Reply> admit(SocketChannel channel, InetAddress address, boolean trusted) {
        Optional<Reply> refusal =
                connections.admit(address, trusted ? admission.maxPerTrustedClient : admission.maxPerClient);
        if (refusal.isPresent()) {
            services.counters().connectionsRefused.increment();
            LOG.info("connection refused client={} reply=\"{}\"", address.getHostAddress(), refusal.get());
        } else {
            services.counters().connections.increment();
            channel.closeFuture().addListener(closed -> connections.leave(address));
        }
        return refusal;
    }

    private static void addTls(SocketChannel channel, SslContext tls) {
        channel.pipeline().addLast(new SslHandler(tls.newEngine(channel.alloc())));
    }

    /** Ports that are listened on at this moment, in the order of the calls of {@link #listen}. */
    synchronized List<Integer> ports() {
        return servers.stream()
                .map(server -> ((InetSocketAddress) server.localAddress()).getPort())
                .toList();
    }

    /** Closes the sockets, lets messages under way get their reply for so long, and then closes the connections. */
    void stop(Duration drainTime) {
        synchronized (this) {
            stopped = true;
            servers.forEach(server -> server.close().awaitUninterruptibly());
        }
        onEachLoop(LoopResources::drain);
        try {
            if (!connections.awaitEmpty(drainTime))
                LOG.warn("closing connections whose messages did not end in time open={}", connections.open());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        onEachLoop(LoopResources::abort);
        transport.group().shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }

    private void onEachLoop(Consumer<LoopResources> action) {
        resources.forEach((loop, ofLoop) -> loop.execute(() -> action.accept(ofLoop)));
    }
}
