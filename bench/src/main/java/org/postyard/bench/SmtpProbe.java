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

    /** Returns when the port takes mail; how long that took. */
    static Duration awaitMailService(int port, Duration timeout) throws IOException, InterruptedException {
        return awaitMailService(port, timeout, () -> true);
    }

    /** @param alive whether there is still somebody who may take mail one day */
    static Duration awaitMailService(int port, Duration timeout, BooleanSupplier alive)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!takesMail(port)) {
            if (!alive.getAsBoolean())
                throw new IOException("the process that should take mail on port " + port + " has ended");
            if (System.nanoTime() - begin > timeout.toNanos()) {
                throw new IOException("nobody takes mail on port " + port + " within " + timeout.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Whether a transaction could begin now; a server may greet and still refuse mail while it starts. */
    private static boolean takesMail(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), SOCKET_TIMEOUT_MILLIS);
            socket.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return code(in) == 220
                    && say(socket, in, "HELO probe.bench.test") == 250
                    && say(socket, in, "MAIL FROM:<probe@bench.test>") == 250
                    && say(socket, in, "QUIT") == 221;
        } catch (IOException e) {
            return false;
        }
    }

    private static int say(Socket socket, BufferedReader in, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return code(in);
    }

    private static int code(BufferedReader in) throws IOException {
        String line = in.readLine();
        return line != null && line.matches("\\d{3}([ -].*)?") ? Integer.parseInt(line.substring(0, 3)) : 0;
    }
}
