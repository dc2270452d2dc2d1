package org.postyard.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * All simulated providers, listening from construction until {@link #close}. Thread-safe; the sockets are served by one
 * thread of its own.
 */
public final class SimulatedProviders implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final int HIGHEST_PORT = 65_535;

    private final SimulatorSettings settings;
    private final Clock clock;
    private final EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("simulator", true));
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final List<MailboxProvider> providers = new ArrayList<>();
    private final Map<String, Integer> portByMx = new LinkedHashMap<>();
    private final Optional<ArrivalRecord> record;
    private final Arrivals arrivals;

    /** @throws IOException if a port is taken or the record cannot be written; nothing is left open then */
    public SimulatedProviders(SimulatorSettings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.record = settings.record().isPresent()
                ? Optional.of(new ArrivalRecord(settings.record().get(), ArrivalRecord.DEFAULT_LIMIT_LINES))
                : Optional.empty();
        this.arrivals = new Arrivals(record, clock);
        try {
            for (ProviderRules rules : settings.rules()) listen(rules);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void listen(ProviderRules rules) throws IOException {
        MailboxProvider provider = new MailboxProvider(rules, settings.seed(), clock);
        providers.add(provider);
        for (ProviderRules.MxHost mx : rules.mxHosts()) {
            portByMx.put(mx.name(), bind(provider, mx));
        }
    }

    private int bind(MailboxProvider provider, ProviderRules.MxHost mx) throws IOException {
        int port = settings.portBase() == 0 ? 0 : settings.portBase() + mx.portOffset();
        if (port > HIGHEST_PORT) throw new IllegalArgumentException("port " + port + " of " + mx.name());
        var bound = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(conversations(provider, mx.name()))
                .bind(settings.host(), port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "cannot listen on " + settings.host() + ":" + port + " for " + mx.name(), bound.cause());
        }
        channels.add(bound.channel());
        return ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    private ChannelInitializer<Channel> conversations(MailboxProvider provider, String mx) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channels.add(channel);
                MessageIntake intake = new MessageIntake(arrivals.wanted());
                SmtpFraming framing = new SmtpFraming(intake);
                channel.pipeline()
                        .addLast(framing)
                        .addLast(new SmtpConversation(provider, mx, arrivals, framing, intake));
            }
        };
    }

    /** Ports by MX name, in the order of the rules. */
    public Map<String, Integer> ports() {
        return new LinkedHashMap<>(portByMx);
    }

    /** Port of the first MX of a provider. */
    public int port(String provider) {
        ProviderRules rules = settings.rules().stream()
                .filter(candidate -> candidate.id().equals(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no provider " + provider));
        return ports().getOrDefault(rules.mxHosts().get(0).name(), 0);
    }

    public SimulatorStatistics statistics() {
        return new SimulatorStatistics(
                clock.instant(),
                providers.stream().map(MailboxProvider::statistics).toList());
    }

    /** Closes listeners, conversations and the record; may be repeated. */
    @Override
    public void close() throws IOException {
        channels.close().awaitUninterruptibly();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        if (record.isPresent()) record.get().close();
    }
}
