package org.postyard.connector.smtp;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The event loops of one connector: epoll where the system has it, else NIO. */
final class Loops {
    private static final long SHUTDOWN_MILLIS = 2000;

    private final boolean epoll = Epoll.isAvailable();
    private final EventLoopGroup group;
    private final List<Loop> loops = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Loops(int threads) {
        DefaultThreadFactory factory = new DefaultThreadFactory("postyard-connector-smtp", true);
        group = epoll ? new EpollEventLoopGroup(threads, factory) : new NioEventLoopGroup(threads, factory);
        group.forEach(executor -> loops.add(new Loop((EventLoop) executor)));
    }

    Loop next() {
        return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    Class<? extends Channel> channelType() {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** Runs what is waiting and ends the threads; returns when they have ended, or after two seconds. */
    void shutDown() {
        group.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN_MILLIS);
    }
}
