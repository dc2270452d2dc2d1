package org.postyard.engine.outcome;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.delivery.SmtpReply;

/**
 * Tells why an attempt failed, from the enhanced code (RFC 3463 and its registry) and, where that says little, from the
 * words that mailbox providers use. Stateless.
 */
public final class BounceClassifier {
    private record Words(Pattern pattern, BounceClass meaning) {
        static Words of(BounceClass meaning, String... alternatives) {
            return new Words(Pattern.compile(String.join("|", alternatives)), meaning);
        }
    }

    private static final List<Words> WORDS = List.of(
            Words.of(
                    BounceClass.REPUTATION,
                    "block ?list",
                    "blacklist",
                    "spamhaus",
                    "reputation",
                    "blocked",
                    "banned",
                    "dnsbl",
                    "listed (at|in|on) "),
            Words.of(
                    BounceClass.RATE_LIMIT,
                    "rate limit",
                    "too many",
                    "throttl",
                    "try again later.*(volume|rate)",
                    "unusual rate",
                    "too fast",
                    "deferred due to.*volume"),
            Words.of(
                    BounceClass.AUTHENTICATION,
                    "dmarc",
                    "\\bspf\\b",
                    "dkim",
                    "unauthenticated",
                    "reverse dns",
                    "\\bptr\\b",
                    "authentication required"),
            Words.of(
                    BounceClass.CONTENT,
                    "spam",
                    "virus",
                    "malware",
                    "content rejected",
                    "message.*rejected.*content",
                    "suspicious"),
            Words.of(BounceClass.QUOTA, "over ?quota", "quota exceeded", "mailbox (is )?full", "insufficient storage"),
            Words.of(
                    BounceClass.BAD_MAILBOX,
                    "user unknown",
                    "unknown user",
                    "no such (user|mailbox|recipient)",
                    "does ?n[o']t exist",
                    "mailbox (unavailable|not found)",
                    "recipient (not found|unknown|rejected)",
                    "invalid (recipient|mailbox)",
                    "not a valid (user|mailbox)"),
            Words.of(BounceClass.INACTIVE_MAILBOX, "disabled", "inactive", "suspended", "deactivated"),
            Words.of(BounceClass.TOO_LARGE, "too (large|big)", "size limit", "exceeds.*size"),
            Words.of(BounceClass.BAD_DOMAIN, "domain (not found|does ?n[o']t exist)", "host unknown"),
            Words.of(BounceClass.POLICY, "policy", "relay(ing)? (access )?denied", "not permitted", "refused"));

    /** The class of a reply that is no success. */
    public BounceClass classify(SmtpReply reply) {
        BounceClass byCode = byEnhancedCode(reply.enhancedCode());
        if (byCode != BounceClass.OTHER && byCode != BounceClass.POLICY) return byCode;
        BounceClass byWords = byWords(reply.text());
        if (byWords != BounceClass.OTHER) return byWords;
        return byCode == BounceClass.OTHER ? byBasicCode(reply.code()) : byCode;
    }

    /** Subject and detail of the code, without its class digit, so that 4.2.2 and 5.2.2 mean the same. */
    private static BounceClass byEnhancedCode(String code) {
        int dot = code.indexOf('.');
        if (dot < 0) return BounceClass.OTHER;
        return switch (code.substring(dot + 1)) {
            case "1.1", "1.3", "1.0", "1.4" -> BounceClass.BAD_MAILBOX;
            case "1.2", "1.10" -> BounceClass.BAD_DOMAIN;
            case "1.6", "2.1" -> BounceClass.INACTIVE_MAILBOX;
            case "2.2", "3.1" -> BounceClass.QUOTA;
            case "2.3", "3.4" -> BounceClass.TOO_LARGE;
            case "7.23",
                    "7.25",
                    "7.26",
                    "7.27",
                    "7.29",
                    "7.30",
                    "7.31",
                    "7.32",
                    "7.20",
                    "7.21",
                    "7.22",
                    "7.9",
                    "7.515" -> BounceClass.AUTHENTICATION;
            case "7.28" -> BounceClass.RATE_LIMIT;
            case "4.1", "4.2", "4.7" -> BounceClass.NETWORK;
            case "4.3", "4.4" -> BounceClass.DNS;
            case "3.0", "3.2", "4.5" -> BounceClass.PEER_SYSTEM;
            case "5.0", "5.1", "5.2", "5.4", "5.5" -> BounceClass.PROTOCOL;
            case "5.3" -> BounceClass.RATE_LIMIT;
            case "7.0", "7.1", "6.0" -> BounceClass.POLICY;
            default -> code.substring(dot + 1).startsWith("7.") ? BounceClass.POLICY : BounceClass.OTHER;
        };
    }

    private static BounceClass byWords(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Words words : WORDS) if (words.pattern().matcher(lower).find()) return words.meaning();
        return BounceClass.OTHER;
    }

    private static BounceClass byBasicCode(int code) {
        return switch (code) {
            case 421 -> BounceClass.PEER_SYSTEM;
            case 452, 552 -> BounceClass.QUOTA;
            case 500, 501, 502, 503, 504, 555 -> BounceClass.PROTOCOL;
            case 521, 556 -> BounceClass.BAD_DOMAIN;
            default -> BounceClass.OTHER;
        };
    }
}
