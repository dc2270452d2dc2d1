package org.postyard.injection.smtp;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ThreadFactory;

/** The way to the network: epoll where it is installed and works, else NIO. */
record Transport(String name, EventLoopGroup group, Class<? extends ServerChannel> serverChannel) {
    static Transport open(int threads) {
        ThreadFactory factory = new DefaultThreadFactory("smtp-injection", true);
        return epollWorks()
                ? new Transport("epoll", new EpollEventLoopGroup(threads, factory), EpollServerSocketChannel.class)
                : new Transport("nio", new NioEventLoopGroup(threads, factory), NioServerSocketChannel.class);
    }

    /** The classes are an optional import, and their native part exists for Linux only. */
    private static boolean epollWorks() {
        try {
            return Epoll.isAvailable();
        } catch (LinkageError absent) {
            return false;
        }
    }
}
