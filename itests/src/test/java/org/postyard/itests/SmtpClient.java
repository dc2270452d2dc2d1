package org.postyard.itests;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client's SMTP conversation with a node. */
final class SmtpClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final OutputStream out;

    SmtpClient(int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
            expect("220");
            say("EHLO client.itests.test\r\n");
            expect("250");
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Sends one message.
     *
     * @param content ends with CRLF
     * @return the reply that decided: 250 to the final dot, or the first refusal
     */
    String send(String sender, String recipient, byte[] content) throws IOException {
        say("MAIL FROM:<" + sender + ">\r\nRCPT TO:<" + recipient + ">\r\nDATA\r\n");
        String mail = reply();
        String rcpt = reply();
        String data = reply();
        if (!data.startsWith("354")) return mail.startsWith("2") ? rcpt.startsWith("2") ? data : rcpt : reset(mail);
        out.write(stuffed(content));
        say(".\r\n");
        return reply();
    }

    private String reset(String reason) throws IOException {
        say("RSET\r\n");
        reply();
        return reason;
    }

    private static byte[] stuffed(byte[] content) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream(content.length + 64);
        int before = '\n';
        int beforeThat = '\r';
        for (byte octet : content) {
            if (octet == '.' && before == '\n' && beforeThat == '\r') wire.write('.');
            wire.write(octet);
            beforeThat = before;
            before = octet;
        }
        return wire.toByteArray();
    }

    private void say(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void expect(String code) throws IOException {
        String reply = reply();
        if (!reply.startsWith(code)) throw new IOException("expected " + code + " but got " + reply);
    }

    private String reply() throws IOException {
        while (true) {
            String line = in.readLine();
            if (line == null) throw new IOException("the node closed the connection");
            if (line.length() < 4 || line.charAt(3) != '-') return line;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
