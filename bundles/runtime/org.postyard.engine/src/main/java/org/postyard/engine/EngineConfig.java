package org.postyard.engine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the engine. */
@ObjectClassDefinition(name = "Postyard engine", description = "Queues, limits and timers of the whole node.")
@interface EngineConfig {
    @AttributeDefinition(
            name = "Node number",
            description = "0 to 255, different for each node of a cluster; part of every message id.",
            min = "0",
            max = "255")
    int nodeNumber() default 0;

    @AttributeDefinition(
            name = "Host name",
            description = "Public name of this node: in delivery reports and their sender's address.")
    String hostName() default "localhost";

    @AttributeDefinition(
            name = "Largest message",
            description =
                    "Megabytes (MiB); announced by SIZE (RFC 1870). A small heap lowers it, so that one message fits into it.",
            min = "1")
    int maxMessageMegabytes() default 50;

    @AttributeDefinition(
            name = "Most queued recipients",
            description =
                    "Recipients in the yard beyond which new mail is refused for the time being. A small heap lowers it.",
            min = "1")
    long maxQueuedRecipients() default 5_000_000;

    @AttributeDefinition(
            name = "Largest journal lag",
            description = "Events that the journal may be behind before new mail is refused for the time being.",
            min = "1")
    long maxJournalLagEvents() default 10_000_000;

    @AttributeDefinition(
            name = "Hot content",
            description =
                    "Megabytes (MiB) of content in memory, waiting for an attempt or under way; the rest is read from the spool in its turn. 0: a share of the heap.",
            min = "0")
    int hotMegabytes() default 0;

    @AttributeDefinition(
            name = "Connect timeout",
            description =
                    "Seconds to open a conversation, over all hosts and addresses of a site, greeting and EHLO included.",
            min = "1")
    int connectTimeoutSeconds() default 300;

    @AttributeDefinition(
            name = "Transaction timeout",
            description =
                    "Seconds for one transaction; the connector has its own limit for each step (RFC 5321 section 4.5.3.2).",
            min = "1")
    int transactionTimeoutSeconds() default 1800;

    @AttributeDefinition(
            name = "Idle timeout",
            description = "Seconds that a conversation stays open without work.",
            min = "1")
    int idleTimeoutSeconds() default 5;

    @AttributeDefinition(
            name = "DNS servers",
            description = "Addresses of name servers, address or address:port; empty takes the system's.")
    String[] dnsServers() default {};

    @AttributeDefinition(name = "DNS timeout", description = "Seconds for one question to one server.", min = "1")
    int dnsTimeoutSeconds() default 5;

    @AttributeDefinition(name = "Journal retention", description = "Days that events stay in the journal.", min = "1")
    int journalRetentionDays() default 30;

    @AttributeDefinition(
            name = "Suppress hard bounces",
            description = "Whether an address that the peer calls bad is suppressed for its tenant.")
    boolean suppressHardBounces() default true;
}
