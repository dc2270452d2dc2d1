package org.postyard.connector.smtp;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.dns.AddressLookup;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.TlsMode;

/**
 * One attempt to open a conversation: host after host, address after address, until one answers (RFC 5321 §5.1). The
 * last refusal is what is reported; it counts as one for good only if every peer refused for good. Event loop only.
 */
final class Dialing implements Loop.Watched, Handshake.Listener {
    private static final SmtpReply STOPPED = new SmtpReply(451, "4.3.2", "the connector was stopped");

    private final Switchboard switchboard;
    private final Loop loop;
    private final Departure departure;
    private final Deadline deadline;
    private final CompletableFuture<ConnectResult> result;
    private final Deque<HostPort> hosts;
    private final Deque<InetAddress> addresses = new ArrayDeque<>();
    private HostPort host;
    private @Nullable InetAddress address;
    private @Nullable Conversation conversation;
    private TlsMode tls;
    private SmtpReply lastReply = new SmtpReply(451, "4.4.1", "no host to connect to");
    private boolean onlyRejections = true;
    private boolean done;

    Dialing(
            Switchboard switchboard,
            Loop loop,
            Departure departure,
            Deadline deadline,
            CompletableFuture<ConnectResult> result) {
        this.switchboard = switchboard;
        this.loop = loop;
        this.departure = departure;
        this.deadline = deadline;
        this.result = result;
        hosts = new ArrayDeque<>(departure.hosts());
        host = departure.hosts().get(0);
        tls = departure.tls();
    }

    void start() {
        loop.watch(this);
        tryNextHost();
    }

    private void tryNextHost() {
        HostPort next = hosts.poll();
        if (next == null) {
            giveUp();
            return;
        }
        host = next;
        address = null;
        switchboard
                .resolver()
                .addresses(next.host())
                .whenComplete((lookup, failure) -> loop.run(
                        () -> resolved(lookup, failure),
                        () -> finish(new ConnectResult.Unreachable(peerName(), STOPPED))));
    }

    private void resolved(@Nullable AddressLookup lookup, @Nullable Throwable failure) {
        if (done) return;
        if (lookup == null) noAddress("4.4.3", "looking up " + host.host() + " failed: " + failure);
        else
            lookup.fold(new AddressLookup.Cases<Optional<Void>>() {
                @Override
                public Optional<Void> found(AddressLookup.Found found) {
                    tryAddresses(found.addresses());
                    return Optional.empty();
                }

                @Override
                public Optional<Void> missing(AddressLookup.Missing missing) {
                    noAddress("4.4.4", missing.reason());
                    return Optional.empty();
                }

                @Override
                public Optional<Void> failed(AddressLookup.Failed failed) {
                    noAddress("4.4.3", failed.reason());
                    return Optional.empty();
                }
            });
    }

    private void tryAddresses(List<InetAddress> found) {
        found.stream().filter(departure::reaches).forEach(addresses::add);
        if (addresses.isEmpty()) noAddress("4.4.4", "no address of " + host.host() + " is of the family of the source");
        else tryNextAddress();
    }

    private void noAddress(String enhancedCode, String reason) {
        note(new SmtpReply(451, enhancedCode, reason));
        tryNextHost();
    }

    private void tryNextAddress() {
        InetAddress next = addresses.poll();
        if (next == null) tryNextHost();
        else {
            tls = departure.tls();
            open(next);
        }
    }

    private void open(InetAddress target) {
        address = target;
        Conversation opened =
                new Conversation(loop, switchboard.settings().patience().quit());
        conversation = opened;
        ChannelFuture connecting = bootstrap(opened)
                .connect(
                        new InetSocketAddress(target, host.port()),
                        departure
                                .bind()
                                .map(local -> new InetSocketAddress(local, 0))
                                .orElse(null));
        connecting.addListener(connected -> {
            if (done) opened.end(Ending.closed("too late"));
            else if (connected.isSuccess()) greet(opened);
            else connectFailed(connected.cause());
        });
    }

    private Bootstrap bootstrap(Conversation opened) {
        long millis = Math.min(
                switchboard.settings().patience().connect().toMillis(),
                Math.max(1, deadline.left().toMillis()));
        return new Bootstrap()
                .group(loop.eventLoop())
                .channel(switchboard.loops().channelType())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(millis, Integer.MAX_VALUE))
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .handler(opened);
    }

    private void greet(Conversation opened) {
        switchboard.opened(opened);
        Handshake handshake = new Handshake(
                opened, switchboard.settings().patience(), switchboard.tlsContexts(), departure.wish(host, tls), this);
        opened.begin(handshake, deadline);
        handshake.start();
    }

    private void connectFailed(Throwable cause) {
        if (departure.bind().isPresent() && bindFailed(cause)) {
            finish(new ConnectResult.Unusable("the source address "
                    + departure.bind().get().getHostAddress() + " cannot be bound: " + cause.getMessage()));
            return;
        }
        note(new SmtpReply(451, "4.4.1", String.valueOf(cause.getMessage())));
        tryNextAddress();
    }

    /** NIO has an exception for it, epoll names the system call. */
    private static boolean bindFailed(Throwable cause) {
        return cause instanceof BindException
                || String.valueOf(cause.getMessage()).startsWith("bind(");
    }

    @Override
    public void ready(Capabilities peer) {
        Conversation opened = conversation;
        if (done || opened == null) return;
        finish(new ConnectResult.Connected(
                new SmtpSession(opened, peer, switchboard.settings(), peerName(), departure.relay())));
    }

    @Override
    public void refused(SmtpReply reply) {
        if (done) return;
        note(reply);
        tryNextAddress();
    }

    @Override
    public void tlsFailed(SmtpReply reply) {
        if (done) return;
        InetAddress target = address;
        if (tls != TlsMode.OPPORTUNISTIC || departure.implicitTls() || target == null) refused(reply);
        else {
            tls = TlsMode.OFF;
            open(target);
        }
    }

    private void note(SmtpReply reply) {
        lastReply = reply;
        onlyRejections &= reply.permanent();
    }

    private void giveUp() {
        finish(
                onlyRejections && lastReply.permanent()
                        ? new ConnectResult.Rejected(peerName(), lastReply)
                        : new ConnectResult.Unreachable(peerName(), lastReply));
    }

    @Override
    public void tick(long nowNanos) {
        if (deadline.nanoTime() - nowNanos > Loop.TICK_NANOS) return;
        finish(new ConnectResult.Unreachable(
                peerName(), new SmtpReply(451, "4.4.1", "the deadline came before the conversation was open")));
    }

    /** Ends the attempt because the connector goes away. Any thread. */
    void stop() {
        loop.run(() -> finish(new ConnectResult.Unreachable(peerName(), STOPPED)), () -> {});
    }

    private void finish(ConnectResult outcome) {
        if (done) return;
        done = true;
        loop.unwatch(this);
        switchboard.finished(this);
        Conversation opened = conversation;
        if (opened != null && !(outcome instanceof ConnectResult.Connected))
            opened.end(Ending.closed("the attempt to connect is over"));
        result.complete(outcome);
    }

    private String peerName() {
        InetAddress target = address;
        return target == null ? host.toString() : host.host() + " [" + target.getHostAddress() + "]:" + host.port();
    }
}
