package org.postyard.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free ports of 127.0.0.1, below those that the system gives to clients, so that they stay free between two starts. No port is
 * given twice, and processes of tests that run side by side get theirs from ranges of their own.
 */
final class Ports {
    private static final int FIRST = 31_000;
    private static final int LAST = 32_700;
    private static final int FORKS = 2;
    private static final int RANGE = (LAST - FIRST) / FORKS;
    private static final int START = firstOfFork() + ThreadLocalRandom.current().nextInt(RANGE);
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private Ports() {}

    private static int firstOfFork() {
        return FIRST + (Integer.getInteger("postyard.fork", 1) - 1) % FORKS * RANGE;
    }

    /** The first of that many free ports in a row. */
    static int free(int count) {
        while (true) {
            int base = firstOfFork() + (START - firstOfFork() + GIVEN.getAndAdd(count)) % RANGE;
            if (base + count <= firstOfFork() + RANGE && areFree(base, count)) return base;
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
