package org.postyard.api.message;

import java.time.Instant;
import java.util.Optional;

/**
 * What the client wants done with a message, beside its envelope.
 *
 * @param tenant who sends; {@link #DEFAULT_TENANT} if the client does not say
 * @param campaign which mailing; empty if none
 * @param pool name of the pool that must carry the message, instead of the one that the routes choose
 * @param notBefore no attempt before this time
 * @param deadline no attempt after this time: the message expires then, even if the retry timetable would go on
 */
public record Handling(
        String tenant,
        String campaign,
        MessageClass messageClass,
        Priority priority,
        Optional<String> pool,
        Optional<Instant> notBefore,
        Optional<Instant> deadline) {
    public static final String DEFAULT_TENANT = "default";

    /** No wishes: the default tenant, no campaign, bulk. */
    public static final Handling DEFAULT = of(DEFAULT_TENANT, "", MessageClass.BULK);

    public static Handling of(String tenant, String campaign, MessageClass messageClass) {
        return new Handling(
                tenant,
                campaign,
                messageClass,
                Priority.defaultOf(messageClass),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
