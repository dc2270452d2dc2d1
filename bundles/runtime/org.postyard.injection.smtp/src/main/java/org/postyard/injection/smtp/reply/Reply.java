package org.postyard.injection.smtp.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One reply: basic code (RFC 5321 §4.2), enhanced code (RFC 2034) and text, encoded when it is made. */
public final class Reply {
    /** RFC 5321 §4.5.3.1.5: 512 octets with the codes and the line end. */
    private static final int MAX_TEXT_LENGTH = 490;

    private final int code;
    private final String text;
    private final byte[] octets;

    private Reply(int code, String text, byte[] octets) {
        this.code = code;
        this.text = text;
        this.octets = octets;
    }

    /** A reply of one line; the enhanced code is empty where RFC 2034 wants none (greeting, EHLO, 354). */
    public static Reply of(int code, String enhancedCode, String text) {
        String codes = enhancedCode.isEmpty() ? code + " " : code + " " + enhancedCode + " ";
        String line = codes + printable(text);
        return new Reply(code, line, (line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** A reply of several lines, without enhanced codes. */
    public static Reply lines(int code, List<String> lines) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            all.append(code).append(i == lines.size() - 1 ? ' ' : '-');
            all.append(printable(lines.get(i))).append("\r\n");
        }
        return new Reply(code, lines.get(0), all.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), MAX_TEXT_LENGTH));
        for (int i = 0; i < text.length() && i < MAX_TEXT_LENGTH; i++) {
            char c = text.charAt(i);
            clean.append(c >= ' ' && c < 127 ? c : '?');
        }
        return clean.toString();
    }

    public int code() {
        return code;
    }

    /** The octets to send; shared, so never written to. */
    public byte[] octets() {
        return octets;
    }

    /** Whether the channel is closed after it: QUIT's 221, and 421 wherever it is said (RFC 5321 §3.8). */
    public boolean closes() {
        return code == 221 || code == 421;
    }

    public boolean refuses() {
        return code >= 400;
    }

    @Override
    public String toString() {
        return text;
    }
}
