package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client's side of one conversation, octet by octet; nothing about SMTP is hidden or corrected. */
final class Talk implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private Talk(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    static Talk with(int port) throws IOException {
        return new Talk(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    static Talk encrypted(int port) throws Exception {
        return new Talk(trustingEverybody().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port));
    }

    void startTls() throws Exception {
        socket = trustingEverybody().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Sends octets as they are, one char each. */
    void send(String octets) throws IOException {
        send(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }

    void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Says a line and expects the start of its reply. */
    String command(String line, String replyStart) throws IOException {
        say(line);
        return expect(replyStart);
    }

    /** Reads one reply, of one or several lines, which must start so; gives it with its lines separated by LF. */
    String expect(String start) throws IOException {
        String reply = reply();
        assertThat(reply).startsWith(start);
        return reply;
    }

    String reply() throws IOException {
        List<String> lines = new ArrayList<>();
        do lines.add(line());
        while (lines.get(lines.size() - 1).length() > 3
                && lines.get(lines.size() - 1).charAt(3) == '-');
        return String.join("\n", lines);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet;
        while ((octet = in.read()) >= 0 && octet != '\n') line.append((char) octet);
        if (octet < 0) throw new IOException("closed by the server after: " + line);
        assertThat(line.charAt(line.length() - 1)).isEqualTo('\r');
        return line.substring(0, line.length() - 1);
    }

    /** Asserts that the server says nothing more and closes. */
    void expectClosed() throws IOException {
        assertThat(in.read()).isEqualTo(-1);
    }

    /** MAIL and RCPT with their replies. */
    void beginMessage() throws IOException {
        command("MAIL FROM:<sender@client.example>", "250 2.1.0");
        command("RCPT TO:<recipient@example.com>", "250 2.1.5");
    }

    /** A whole transaction with DATA; the content is stuffed already and without its end. */
    String message(String content) throws IOException {
        beginMessage();
        command("DATA", "354");
        send(content + "\r\n.\r\n");
        return reply();
    }

    private static SSLContext trustingEverybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        return context;
    }

    /** The listener's certificate is made by the test and signed by nobody. */
    private static final class TrustsEverybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
