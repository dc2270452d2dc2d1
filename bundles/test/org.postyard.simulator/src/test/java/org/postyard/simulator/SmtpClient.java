package org.postyard.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly what a test tells it. */
final class SmtpClient implements AutoCloseable {
    static final String CLOSED = "(closed)";
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    /** Connects and reads the greeting. */
    SmtpClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
        reply();
    }

    static SmtpClient hello(int port, String ehlo) throws IOException {
        SmtpClient client = new SmtpClient(port);
        client.say("EHLO " + ehlo);
        return client;
    }

    /** Sends a line and gives the reply, all its lines joined by line feeds; {@link #CLOSED} if there is none. */
    String say(String line) throws IOException {
        send(line + "\r\n");
        return reply();
    }

    void send(String text) throws IOException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (socket.isClosed()) throw e; // a peer that is gone shows when its reply is read
        }
    }

    String reply() throws IOException {
        StringBuilder reply = new StringBuilder();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reply.append(line);
                if (line.length() < 4 || line.charAt(3) == ' ') return reply.toString();
                reply.append('\n');
            }
        } catch (java.net.SocketException e) {
            return CLOSED;
        }
        return CLOSED;
    }

    /** One transaction; gives the reply that ended it. */
    String deliver(String recipient, String content) throws IOException {
        String mail = say("MAIL FROM:<sender@example.test>");
        if (!mail.startsWith("250")) return mail;
        String rcpt = say("RCPT TO:<" + recipient + ">");
        if (!rcpt.startsWith("250")) {
            if (!rcpt.equals(CLOSED) && !rcpt.startsWith("421")) say("RSET");
            return rcpt;
        }
        say("DATA");
        return say(content + "\r\n.");
    }

    void readTimeoutMillis(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
