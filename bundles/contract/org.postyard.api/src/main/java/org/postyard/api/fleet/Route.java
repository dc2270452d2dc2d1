package org.postyard.api.fleet;

import java.util.Optional;
import org.postyard.api.message.Handling;

/** Chooses the pool of a message; an empty condition matches everything. */
public record Route(
        Optional<String> tenant,
        Optional<String> campaign,
        Optional<String> messageClass,
        Optional<String> recipientDomain,
        Optional<String> senderDomain,
        String pool) {

    /** Whether a message for one domain takes this route. Domains compare in lower case; {@code *.d} matches every subdomain of d. */
    public boolean matches(Handling handling, String senderDomainOfMessage, String domain) {
        return same(tenant, handling.tenant())
                && same(campaign, handling.campaign())
                && same(messageClass, handling.messageClass().name())
                && domainMatches(recipientDomain, domain)
                && domainMatches(senderDomain, senderDomainOfMessage);
    }

    private static boolean same(Optional<String> wanted, String actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }

    private static boolean domainMatches(Optional<String> pattern, String domain) {
        if (pattern.isEmpty()) return true;
        String wanted = pattern.get();
        return wanted.startsWith("*.") ? domain.endsWith(wanted.substring(1)) : wanted.equals(domain);
    }
}
