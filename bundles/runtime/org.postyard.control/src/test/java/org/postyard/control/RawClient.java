package org.postyard.control;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection over which a test sends octets when it wants to, and reads answers that have a Content-Length. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Whether no octet comes for that long. */
    boolean isSilentFor(Duration time) throws IOException {
        in.mark(1);
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
        try {
            if (in.read() >= 0) in.reset();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** The next answer, head and body. */
    String answer() throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) text.append((char) octet());
        Matcher length = LENGTH.matcher(text);
        int bodyBytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        for (int i = 0; i < bodyBytes; i++) text.append((char) octet());
        return text.toString();
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) throw new EOFException("The server closed the connection.");
        return octet;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
