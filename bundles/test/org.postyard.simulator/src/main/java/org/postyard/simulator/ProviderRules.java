package org.postyard.simulator;

import java.util.List;
import java.util.Map;

/**
 * What one provider bears and how it says no. Zero means: not limited by this rule.
 *
 * @param domains mail domains whose MX it is, in lower case; for people and for fleets, any domain is taken
 * @param mxHosts its MX hosts with their distance from the base port
 * @param connectionsPerSource conversations of one source at one time
 * @param messagesPerConnection accepted messages after which a conversation ends
 * @param closesWithoutReply whether it then ends without a word, as one large provider documents, or with 421
 * @param messagesPerSecond transactions of one source; a burst of one second is allowed
 * @param maxMessageBytes what SIZE announces
 * @param deferralShare of messages per recipient that are deferred at first, 0 to 1
 * @param deferralsInRow how often such a message is deferred before it is accepted
 * @param unknownShare of addresses that do not exist, 0 to 1
 * @param replies wording by occasion
 */
public record ProviderRules(
        String id,
        List<String> domains,
        List<MxHost> mxHosts,
        int connectionsPerSource,
        int messagesPerConnection,
        boolean closesWithoutReply,
        double messagesPerSecond,
        int maxMessageBytes,
        double deferralShare,
        int deferralsInRow,
        double unknownShare,
        Map<Occasion, Reply> replies) {
    public ProviderRules {
        domains = List.copyOf(domains);
        mxHosts = List.copyOf(mxHosts);
        replies = Map.copyOf(replies);
        if (mxHosts.isEmpty()) throw new IllegalArgumentException("provider " + id + " has no MX host");
    }

    /** One MX host: its name, and its port as an offset from the base port. */
    public record MxHost(String name, int portOffset) {}

    /** When a provider says something of its own. */
    public enum Occasion {
        /** Too many conversations of this source. */
        TOO_MANY_CONNECTIONS("421 4.7.0 Too many concurrent SMTP connections from {ip}; please try again later."),
        /** This conversation had its messages. */
        CONNECTION_USED_UP("421 4.7.0 Too many messages on this connection, closing transmission channel."),
        /** This source sends too fast. */
        TOO_FAST("421 4.7.28 {ip} sends too fast; please slow down."),
        /** The recipient is deferred. */
        DEFERRED("451 4.3.0 Requested action aborted: try again later."),
        /** The recipient does not exist. */
        UNKNOWN_USER("550 5.1.1 <{recipient}>: no such user here."),
        /** The message is too large. */
        TOO_LARGE("552 5.3.4 Message size exceeds fixed limit.");

        private final String usual;

        Occasion(String usual) {
            this.usual = usual;
        }
    }

    public Reply reply(Occasion occasion) {
        Reply own = replies.get(occasion);
        return own == null ? Reply.parse(occasion.usual) : own;
    }

    /** The same provider with every limit, but without its random mix: recipients are accepted unless their address says otherwise. */
    public ProviderRules withoutMix() {
        return new ProviderRules(
                id,
                domains,
                mxHosts,
                connectionsPerSource,
                messagesPerConnection,
                closesWithoutReply,
                messagesPerSecond,
                maxMessageBytes,
                0,
                0,
                0,
                replies);
    }

    /** The same provider without any limit on its sources. */
    public ProviderRules withoutLimits() {
        return new ProviderRules(
                id,
                domains,
                mxHosts,
                0,
                0,
                closesWithoutReply,
                0,
                maxMessageBytes,
                deferralShare,
                deferralsInRow,
                unknownShare,
                replies);
    }
}
