package org.postyard.simulator;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the arguments of MAIL and RCPT as far as a provider of the simulator looks at them. */
final class MailParameters {
    private static final Pattern SIZE = Pattern.compile("(?i)\\sSIZE=(\\d{1,18})(?:\\s|$)");

    private MailParameters() {}

    static boolean isFrom(String argument) {
        return argument.toUpperCase(Locale.ROOT).startsWith("FROM:") && hasPath(argument);
    }

    static boolean isTo(String argument) {
        return argument.toUpperCase(Locale.ROOT).startsWith("TO:") && hasPath(argument);
    }

    private static boolean hasPath(String argument) {
        int begin = argument.indexOf('<');
        return begin >= 0 && argument.indexOf('>', begin) > 0;
    }

    /** The address between the angle brackets. */
    static String address(String argument) {
        int begin = argument.indexOf('<');
        return argument.substring(begin + 1, argument.indexOf('>', begin));
    }

    /** The size that the client announces (RFC 1870); 0 if it announces none. */
    static long sizeBytes(String argument) {
        Matcher matcher = SIZE.matcher(argument);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
