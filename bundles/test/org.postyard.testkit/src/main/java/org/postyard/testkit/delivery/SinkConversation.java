package org.postyard.testkit.delivery;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection of a {@link RecordingSmtpSink}, served by one thread with blocking reads. */
final class SinkConversation {
    private final RecordingSmtpSink sink;
    private final int number;
    private final List<String> recipients = new ArrayList<>();
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String mail = "";
    private int transaction = 1;
    private boolean encrypted;
    private boolean open = true;

    SinkConversation(RecordingSmtpSink sink, Socket socket, int number) throws IOException {
        this.sink = sink;
        this.number = number;
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    void run() throws IOException {
        if (sink.implicitTls()) encrypt(sink.tls().orElseThrow());
        answer(SmtpStage.GREETING, "", "220 sink.example ESMTP");
        while (open) {
            String line = readLine();
            sink.commanded(line);
            obey(line);
        }
    }

    private void obey(String line) throws IOException {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> answer(SmtpStage.EHLO, line, greetingLines());
            case "HELO" -> answer(SmtpStage.HELO, line, "250 sink.example");
            case "STARTTLS" -> startTls(line);
            case "AUTH" -> answer(SmtpStage.AUTH, line, "235 2.7.0 welcome");
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> data(line);
            case "BDAT" -> chunk(line);
            case "RSET" -> {
                endTransaction();
                answer(SmtpStage.RSET, line, "250 2.0.0 forgotten");
            }
            case "QUIT" -> {
                answer(SmtpStage.QUIT, line, "221 2.0.0 bye");
                open = false;
            }
            default -> answer(SmtpStage.OTHER, line, "500 5.5.1 unknown");
        }
    }

    private String greetingLines() {
        List<String> keywords = new ArrayList<>(sink.capabilities());
        if (sink.tls().isPresent() && !encrypted) keywords.add("STARTTLS");
        StringBuilder lines = new StringBuilder("250");
        String previous = " sink.example";
        for (String keyword : keywords) {
            lines.append('-').append(previous.substring(1)).append("\r\n250");
            previous = " " + keyword;
        }
        return lines.append(previous).toString();
    }

    private void startTls(String line) throws IOException {
        Optional<SSLContext> context = sink.tls();
        boolean agreed = answer(SmtpStage.STARTTLS, line, context.isPresent() ? "220 2.0.0 go" : "502 5.5.1 no");
        if (agreed && open) encrypt(context.orElseThrow());
    }

    private void encrypt(SSLContext context) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, false);
        secure.setUseClientMode(false);
        secure.startHandshake();
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
        out = new BufferedOutputStream(secure.getOutputStream());
        encrypted = true;
    }

    private void mail(String line) throws IOException {
        if (answer(SmtpStage.MAIL, line, "250 2.1.0 sender ok")) mail = line;
    }

    private void recipient(String line) throws IOException {
        if (mail.isEmpty()) say("503 5.5.1 MAIL first");
        else if (answer(SmtpStage.RCPT, line, "250 2.1.5 recipient ok")) recipients.add(line);
    }

    private void data(String line) throws IOException {
        if (!answer(SmtpStage.DATA, line, recipients.isEmpty() ? "554 5.5.1 no valid recipients" : "354 go ahead"))
            return;
        byte[] wire = readData();
        end(false, wire, unstuffed(wire));
    }

    private void chunk(String line) throws IOException {
        String[] words = line.split(" ");
        byte[] octets = in.readNBytes(Integer.parseInt(words[1]));
        if (octets.length < Integer.parseInt(words[1])) throw new EOFException("in a chunk");
        if (recipients.isEmpty()) {
            say("503 5.5.1 no valid recipients");
            return;
        }
        chunks.writeBytes(octets);
        if (words.length > 2) end(true, chunks.toByteArray(), chunks.toByteArray());
        else answer(SmtpStage.OTHER, line, "250 2.0.0 more");
    }

    private void end(boolean chunked, byte[] wire, byte[] content) throws IOException {
        if (!recipients.isEmpty()) sink.record(new SinkTransaction(number, mail, recipients, chunked, wire, content));
        answer(SmtpStage.END, "", recipients.isEmpty() ? "554 5.5.1 no valid recipients" : "250 2.0.0 stored");
        endTransaction();
        transaction++;
    }

    private void endTransaction() {
        mail = "";
        recipients.clear();
        chunks.reset();
    }

    /** Replies as scripted, or else as given; true if the reply was positive. */
    private boolean answer(SmtpStage stage, String line, String usual) throws IOException {
        Reaction reaction = sink.react(new RecordingSmtpSink.Moment(stage, number, transaction, line))
                .orElse(Reaction.reply(usual));
        if (!reaction.delay().isZero()) pause(reaction);
        if (!reaction.reply().isEmpty()) say(reaction.reply());
        switch (reaction.afterwards()) {
            case GO_ON -> {}
            case DISCONNECT -> {
                out.flush();
                throw new EOFException("as scripted");
            }
            case RESET -> {
                out.flush();
                socket.setSoLinger(true, 0);
                throw new EOFException("as scripted");
            }
            case SILENCE -> {
                out.flush();
                in.transferTo(OutputStream.nullOutputStream());
                throw new EOFException("the peer has gone");
            }
        }
        return reaction.reply().startsWith("2") || reaction.reply().startsWith("3");
    }

    private static void pause(Reaction reaction) throws IOException {
        try {
            Thread.sleep(reaction.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EOFException("interrupted");
        }
    }

    private void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        if (in.available() == 0) out.flush();
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int last = -1, octet = in.read(); ; last = octet, octet = in.read()) {
            if (octet < 0) throw new EOFException("the peer has gone");
            if (octet == '\n' && last == '\r') break;
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** Octets up to and with the final dot: CRLF.CRLF, or .CRLF at once. */
    private byte[] readData() throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        int state = 2;
        while (state < 5) {
            int octet = in.read();
            if (octet < 0) throw new EOFException("in the data");
            wire.write(octet);
            state = nextState(state, octet);
        }
        return wire.toByteArray();
    }

    /** 0: in a line, 1: CR, 2: CRLF, 3: CRLF dot, 4: CRLF dot CR, 5: the end. */
    private static int nextState(int state, int octet) {
        if (octet == '\r') return state == 3 ? 4 : 1;
        if (octet == '\n' && (state == 1 || state == 4)) return state + 1 == 5 ? 5 : 2;
        return octet == '.' && state == 2 ? 3 : 0;
    }

    private static byte[] unstuffed(byte[] wire) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int end = wire.length - ".\r\n".length();
        for (int i = 0; i < end; i++) {
            boolean lineStart = i == 0 || (i > 1 && wire[i - 1] == '\n' && wire[i - 2] == '\r');
            if (!(lineStart && wire[i] == '.')) content.write(wire[i]);
        }
        return content.toByteArray();
    }
}
