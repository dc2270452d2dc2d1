package org.postyard.api.message;

import java.util.regex.Pattern;

/** What kind of mail a message is; the ledger is kept per class, and classes can have pools and limits of their own. */
public record MessageClass(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /** Awaited by one person: receipts, password links. */
    public static final MessageClass TRANSACTIONAL = new MessageClass("transactional");
    /** One mailing to many. The default. */
    public static final MessageClass BULK = new MessageClass("bulk");
    /** Written by Postyard itself: delivery status notifications. */
    public static final MessageClass SYSTEM = new MessageClass("system");

    public MessageClass {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException(
                    "message class '" + name + "' is not 1 to 32 lower-case letters, digits and hyphens");
    }

    @Override
    public String toString() {
        return name;
    }
}
