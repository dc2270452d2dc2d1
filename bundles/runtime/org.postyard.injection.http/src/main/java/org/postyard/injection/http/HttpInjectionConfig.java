package org.postyard.injection.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of HTTP injection. */
@ObjectClassDefinition(
        name = "HTTP injection",
        description = "Accepts mail by HTTP; the listener itself is the container's.")
@interface HttpInjectionConfig {
    @AttributeDefinition(
            name = "Host name",
            description = "Public name of this node, in Received and Message-ID headers.")
    String hostName() default "localhost";

    @AttributeDefinition(
            name = "Rate",
            description = "Messages per second for each account or API key; 0 means no limit.",
            min = "0")
    int messagesPerSecond() default 0;

    @AttributeDefinition(
            name = "Burst",
            description = "Number of messages that may come at once when a rate is set.",
            min = "1")
    int burstMessages() default 100;

    @AttributeDefinition(name = "Recipients", description = "Number of recipients of one message.", min = "1")
    int maxRecipients() default 1_000;

    @AttributeDefinition(name = "Batch", description = "Number of messages in one batch.", min = "1")
    int maxBatchMessages() default 1_000;

    @AttributeDefinition(name = "Batch body", description = "Bytes; of the body of one batch.", min = "1")
    int maxBatchBytes() default 67_108_864;

    @AttributeDefinition(
            name = "Body memory",
            description =
                    "Bytes of heap for bodies and what is made of them; beyond it clients get 503 and are to come again. 0: a share of the heap.",
            min = "0")
    long maxBodyMemoryBytes() default 0;

    @AttributeDefinition(
            name = "Request time",
            description = "Seconds in which a request must be sent and answered.",
            min = "1")
    int requestTimeoutSeconds() default 120;
}
