package org.postyard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for an SMTP server to come up. */
final class SmtpProbe {
    private static final int POLL_MILLIS = 50;
    private static final int SOCKET_TIMEOUT_MILLIS = 5_000;

    private SmtpProbe() {}

    /** Returns when the port greets with 220; how long that took. */
    static Duration awaitGreeting(int port, Duration timeout) throws IOException, InterruptedException {
        return awaitGreeting(port, timeout, () -> true);
    }

    /** @param alive whether there is still somebody who may greet one day */
    static Duration awaitGreeting(int port, Duration timeout, BooleanSupplier alive)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!greets(port)) {
            if (!alive.getAsBoolean())
                throw new IOException("the process that should greet on port " + port + " has ended");
            if (System.nanoTime() - begin > timeout.toNanos()) {
                throw new IOException("nobody greets on port " + port + " within " + timeout.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), SOCKET_TIMEOUT_MILLIS);
            socket.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String greeting = in.readLine();
            socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            return greeting != null && greeting.startsWith("220");
        } catch (IOException e) {
            return false;
        }
    }
}
