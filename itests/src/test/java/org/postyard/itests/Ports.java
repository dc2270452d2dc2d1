package org.postyard.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of 127.0.0.1, below those that the system gives to clients, so that they stay free between two starts. */
final class Ports {
    private static final int FIRST = 21_000;
    private static final int LAST = 31_000;

    private Ports() {}

    /** The first of that many free ports in a row. */
    static int free(int count) {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (areFree(base, count)) return base;
        }
    }

    private static boolean areFree(int base, int count) {
        for (int port = base; port < base + count; port++) if (!isFree(port)) return false;
        return true;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
