package org.postyard.engine.outcome;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Words of a delivery status notification, in the ASCII that its part for machines consists of. */
final class ReportText {
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

    private ReportText() {}

    /** Everything else replaced. */
    static String ascii(String text) {
        return NOT_ASCII.matcher(text).replaceAll("?");
    }

    /** An address with its type: RFC 822's, or one with other characters, as these are written in ASCII (RFC 6533 §3). */
    static String address(String address) {
        if (PRINTABLE.matcher(address).matches()) return "rfc822; " + address;
        StringBuilder text = new StringBuilder("utf-8; ");
        address.codePoints().forEach(point -> {
            if (point > ' ' && point < 127 && "+=\\".indexOf(point) < 0) text.appendCodePoint(point);
            else text.append("\\x{").append(String.format("%02X", point)).append('}');
        });
        return text.toString();
    }

    /** What a client wrote as xtext (RFC 3461 §4); as it is, if it means something that has no place in a field. */
    static String decoded(String xtext) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(xtext.length());
        for (int i = 0; i < xtext.length(); i++) {
            char letter = xtext.charAt(i);
            boolean escape = letter == '+'
                    && i + 2 < xtext.length()
                    && Character.digit(xtext.charAt(i + 1), 16) >= 0
                    && Character.digit(xtext.charAt(i + 2), 16) >= 0;
            octets.write(escape ? Integer.parseInt(xtext.substring(i + 1, i + 3), 16) : letter);
            if (escape) i += 2;
        }
        String text = octets.toString(StandardCharsets.ISO_8859_1);
        return PRINTABLE.matcher(text).matches() ? text : ascii(xtext);
    }
}
