package org.postyard.connector.smtp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a peer offered in its reply to EHLO (RFC 5321 §4.1.1.1).
 *
 * @param maximumSizeBytes announced by SIZE (RFC 1870); zero means no limit is announced
 * @param authMechanisms in upper case (RFC 4954)
 * @param mailMaximum transactions in one conversation (RFC 9422); zero means not limited, as for the two that follow
 */
record Capabilities(
        boolean pipelining,
        boolean chunking,
        boolean eightBitMime,
        boolean smtpUtf8,
        boolean dsn,
        boolean startTls,
        boolean size,
        long maximumSizeBytes,
        Set<String> authMechanisms,
        int mailMaximum,
        int recipientMaximum,
        int recipientDomainMaximum) {
    /** What a peer has that knows only HELO. */
    static final Capabilities NONE =
            new Capabilities(false, false, false, false, false, false, false, 0, Set.of(), 0, 0, 0);

    /** Reads the lines of a reply without their codes; the first one, with the peer's name, is skipped. */
    static Capabilities parse(List<String> lines) {
        Set<String> keywords = new HashSet<>();
        Set<String> mechanisms = new HashSet<>();
        List<String> limits = new ArrayList<>();
        long maximumSize = 0;
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            List<String> words = List.of(line.trim().toUpperCase(Locale.ROOT).split(" +", -1));
            String keyword = words.get(0).startsWith("AUTH=") ? "AUTH" : words.get(0);
            keywords.add(keyword);
            if (keyword.equals("AUTH")) mechanisms.addAll(mechanisms(words));
            if (keyword.equals("LIMITS")) limits.addAll(words.subList(1, words.size()));
            if (keyword.equals("SIZE") && words.size() > 1) maximumSize = number(words.get(1));
        }
        return new Capabilities(
                keywords.contains("PIPELINING"),
                keywords.contains("CHUNKING"),
                keywords.contains("8BITMIME"),
                keywords.contains("SMTPUTF8"),
                keywords.contains("DSN"),
                keywords.contains("STARTTLS"),
                keywords.contains("SIZE"),
                maximumSize,
                Set.copyOf(mechanisms),
                limit(limits, "MAILMAX="),
                limit(limits, "RCPTMAX="),
                limit(limits, "RCPTDOMAINMAX="));
    }

    /** Old servers write {@code AUTH=LOGIN PLAIN}. */
    private static List<String> mechanisms(List<String> words) {
        List<String> mechanisms = new ArrayList<>(words.subList(1, words.size()));
        if (words.get(0).startsWith("AUTH=")) mechanisms.add(words.get(0).substring("AUTH=".length()));
        return mechanisms;
    }

    private static int limit(List<String> limits, String name) {
        return limits.stream()
                .filter(limit -> limit.startsWith(name))
                .mapToInt(limit -> (int) number(limit.substring(name.length())))
                .findFirst()
                .orElse(0);
    }

    /** A number that makes no sense limits nothing. */
    private static long number(String text) {
        try {
            return Math.min(Integer.MAX_VALUE, Math.max(0, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
