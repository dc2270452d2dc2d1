package org.postyard.injection.smtp.command;

import org.postyard.injection.smtp.reply.Reply;

/** Whether a parameter was understood. */
enum Understanding {
    TAKEN,
    BAD_VALUE,
    UNKNOWN;

    static Understanding of(boolean valid) {
        return valid ? TAKEN : BAD_VALUE;
    }

    /** What the client is told. */
    Reply reply(Parameter parameter) {
        return this == UNKNOWN
                ? Reply.of(555, "5.5.4", "Parameter " + parameter.name() + " not known")
                : Reply.of(501, "5.5.4", "Bad value of " + parameter.name());
    }
}
