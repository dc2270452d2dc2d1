package org.postyard.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;

/**
 * Hashes of what can be asked for and occurs in an event, kept once per era, so that a question skips the eras that have
 * nothing of it. A collision only makes an era be read in vain.
 */
final class Sightings {
    private static final char KIND = 'k';
    private static final char RECIPIENT = 'r';
    private static final char RECIPIENT_DOMAIN = 'R';
    private static final char SENDER = 's';
    private static final char SENDER_DOMAIN = 'S';
    private static final char TENANT = 't';
    private static final char CAMPAIGN = 'c';
    private static final char SOURCE = 'e';
    private static final char SERVER = 'v';
    private static final char PROVIDER = 'p';
    private static final char UNCONFIRMED = 'u';

    private Sightings() {}

    static int hashOfRecipient(String address) {
        return EventPlace.hash(RECIPIENT, address, 0);
    }

    /** Gives the hash of everything in an event that a question can name, but for the recipient, who has an index. */
    static void of(DeliveryEvent event, IntConsumer visitor) {
        AttemptTrace attempt = event.attempt();
        visitor.accept(EventPlace.hash(KIND, event.kind().name(), 0));
        visitor.accept(EventPlace.hash(SENDER, event.sender(), 0));
        domain(SENDER_DOMAIN, event.sender(), visitor);
        domain(RECIPIENT_DOMAIN, event.recipient(), visitor);
        text(TENANT, event.tenant(), visitor);
        text(CAMPAIGN, event.campaign(), visitor);
        text(SOURCE, attempt.source(), visitor);
        text(SERVER, attempt.server(), visitor);
        text(PROVIDER, attempt.provider(), visitor);
        if (attempt.unconfirmed()) visitor.accept(EventPlace.hash(UNCONFIRMED, "", 0));
    }

    private static void text(char kind, String text, IntConsumer visitor) {
        if (!text.isEmpty()) visitor.accept(EventPlace.hash(kind, text, 0));
    }

    private static void domain(char kind, String address, IntConsumer visitor) {
        int at = address.lastIndexOf('@');
        if (at >= 0) visitor.accept(EventPlace.hash(kind, address, at));
    }

    /** Hashes to look for: an era may have matching events only if it has at least one of each set. */
    static List<Set<Integer>> wantedBy(JournalQuery query) {
        List<Set<Integer>> wanted = new ArrayList<>();
        if (!query.kinds().isEmpty()) wanted.add(ofKinds(query.kinds()));
        address(SENDER, SENDER_DOMAIN, query.sender(), wanted);
        query.recipient().filter(JournalSearch::isDomain).ifPresent(domain -> one(RECIPIENT_DOMAIN, domain, wanted));
        name(TENANT, query.tenant(), wanted);
        name(CAMPAIGN, query.campaign(), wanted);
        name(SOURCE, query.source(), wanted);
        name(SERVER, query.server(), wanted);
        name(PROVIDER, query.provider(), wanted);
        if (query.unconfirmedOnly()) one(UNCONFIRMED, "", wanted);
        return wanted;
    }

    private static Set<Integer> ofKinds(Set<EventKind> kinds) {
        Set<Integer> hashes = new HashSet<>();
        for (EventKind kind : kinds) hashes.add(EventPlace.hash(KIND, kind.name(), 0));
        return hashes;
    }

    private static void address(char whole, char domain, Optional<String> address, List<Set<Integer>> wanted) {
        address.ifPresent(text -> one(JournalSearch.isDomain(text) ? domain : whole, text, wanted));
    }

    private static void name(char kind, Optional<String> name, List<Set<Integer>> wanted) {
        name.filter(text -> !text.isEmpty()).ifPresent(text -> one(kind, text, wanted));
    }

    private static void one(char kind, String text, List<Set<Integer>> wanted) {
        wanted.add(Set.of(EventPlace.hash(kind, text, 0)));
    }
}
