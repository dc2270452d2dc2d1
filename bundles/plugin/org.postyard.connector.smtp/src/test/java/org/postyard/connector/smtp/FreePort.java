package org.postyard.connector.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A port for a server that cannot choose one itself. */
record FreePort(int number) {
    static FreePort find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return new FreePort(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a server greets there, for at most 30 seconds. */
    void awaitServer(Process process) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!greets()) {
            if (System.nanoTime() > end || !process.isAlive())
                throw new AssertionError("no server on port " + number + ", " + process);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private boolean greets() {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), number)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
