package org.postyard.simulator;

import java.util.List;

/**
 * One SMTP reply as a provider words it.
 *
 * @param enhanced enhanced status code (RFC 3463); empty if the provider gives none
 * @param text one or more lines, separated by {@code |}; may contain {@code {ip}}, {@code {mx}} and {@code {recipient}}
 */
public record Reply(int code, String enhanced, String text) {
    public Reply {
        if (code < 200 || code > 599) throw new IllegalArgumentException("reply code " + code);
    }

    /** Reads {@code 451 4.7.1 text} or {@code 451 text}. */
    public static Reply parse(String line) {
        String[] words = line.strip().split(" ", 3);
        int code = Integer.parseInt(words[0]);
        boolean enhanced = words.length > 1 && words[1].matches("[245]\\.\\d{1,3}\\.\\d{1,3}");
        if (enhanced) return new Reply(code, words[1], words.length > 2 ? words[2] : "");
        return new Reply(code, "", line.strip().substring(words[0].length()).strip());
    }

    /** A reply of 421 is followed by the end of the conversation (RFC 5321 §3.8). */
    boolean closes() {
        return code == 421;
    }

    boolean permanent() {
        return code >= 500;
    }

    Reply withCode(int otherCode) {
        String status = enhanced.isEmpty() ? "" : otherCode / 100 + enhanced.substring(1);
        return new Reply(otherCode, status, text);
    }

    /** What goes over the wire, every line with its CRLF. */
    String wire(String ip, String mx, String recipient) {
        String filled = text.replace("{ip}", ip).replace("{mx}", mx).replace("{recipient}", recipient);
        List<String> lines = List.of(filled.split("\\|", -1));
        String status = enhanced.isEmpty() ? "" : enhanced + " ";
        StringBuilder wire = new StringBuilder(filled.length() + 16 * lines.size());
        for (int i = 0; i < lines.size(); i++) {
            char separator = i == lines.size() - 1 ? ' ' : '-';
            wire.append(code)
                    .append(separator)
                    .append(status)
                    .append(lines.get(i))
                    .append("\r\n");
        }
        return wire.toString();
    }
}
