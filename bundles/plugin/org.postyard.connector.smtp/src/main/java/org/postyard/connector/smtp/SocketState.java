package org.postyard.connector.smtp;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;

/** What the system knows about a connection whose peer has just closed it. */
final class SocketState {
    private static final int TCP_CLOSE = 7;

    private SocketState() {}

    /**
     * Whether it is certain that the peer's process has not read all octets that we sent: some were never acknowledged,
     * or its system answered the last ones with a reset because nobody was there to read them. False if unknown.
     */
    static boolean contentUnread(Channel channel) {
        if (!(channel instanceof EpollSocketChannel socket)) return false;
        try {
            EpollTcpInfo info = socket.tcpInfo();
            return info.unacked() > 0 || info.state() == TCP_CLOSE;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
