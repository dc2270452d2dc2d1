package org.postyard.shell.suppression;

import java.util.Locale;
import org.apache.karaf.shell.support.CommandException;

/** Addresses as they are typed. */
final class Addresses {
    private Addresses() {}

    /** A whole address or {@code @domain}, in lower case. */
    static String parse(String typed) throws CommandException {
        String address = typed.toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 0 || at == address.length() - 1 || address.chars().anyMatch(Character::isWhitespace))
            throw new CommandException(
                    "'" + typed + "' is neither an address such as anna@example.com nor a domain such as @example.com");
        return address;
    }
}
