package org.postyard.connector.smtp;

/** Finds enhanced status codes at the beginning of reply texts (RFC 2034, RFC 3463). */
final class EnhancedCode {
    private static final int MAXIMUM_DIGITS = 3;

    private EnhancedCode() {}

    /** The code at the start of a line if it fits the class of the reply; empty otherwise. */
    static String at(String line, int replyCode) {
        if (line.length() < 5 || line.charAt(0) - '0' != replyCode / 100 || line.charAt(1) != '.') return "";
        int subject = endOfDigits(line, 2);
        if (subject == 2 || subject >= line.length() || line.charAt(subject) != '.') return "";
        int detail = endOfDigits(line, subject + 1);
        boolean ends = detail > subject + 1 && (detail == line.length() || line.charAt(detail) == ' ');
        return ends ? line.substring(0, detail) : "";
    }

    private static int endOfDigits(String line, int start) {
        int end = start;
        while (end < line.length() && end - start < MAXIMUM_DIGITS && Character.isDigit(line.charAt(end))) end++;
        return end;
    }
}
