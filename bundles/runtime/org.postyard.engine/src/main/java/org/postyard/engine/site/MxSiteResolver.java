package org.postyard.engine.site;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.MxOverride;
import org.postyard.api.fleet.Provider;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Finds sites by static override, by address literal, or by MX records with the fallback to address records (RFC 5321 §5.1, RFC 7505). */
public final class MxSiteResolver implements SiteResolver {
    private static final int SMTP_PORT = 25;
    private static final long STATIC_VALID_MILLIS = 3_600_000;
    private static final long SHORTEST_VALID_MILLIS = 60_000;
    private static final long LONGEST_VALID_MILLIS = 86_400_000;

    private final Dns dns;
    private final Supplier<Random> random;

    public MxSiteResolver(Dns dns, Supplier<Random> random) {
        this.dns = dns;
        this.random = random;
    }

    @Override
    public CompletionStage<SiteLookup> siteOf(String domainAsWritten, Fleet fleet) {
        String domain = asciiForm(domainAsWritten);
        Optional<MxOverride> override = overrideFor(domain, fleet);
        if (override.isPresent())
            return CompletableFuture.completedFuture(found(override.get().hosts(), STATIC_VALID_MILLIS, fleet));
        if (domain.startsWith("[")) return CompletableFuture.completedFuture(literal(domain, fleet));
        try {
            Name name = Name.fromString(domain + ".");
            return dns.lookup(name, Type.MX)
                    .thenCompose(answer -> answer.fold(new Dns.Cases<>() {
                        @Override
                        public CompletionStage<SiteLookup> records(Dns.Records found) {
                            return CompletableFuture.completedFuture(byMx(domain, found.records(), fleet));
                        }

                        @Override
                        public CompletionStage<SiteLookup> noSuchName(Dns.NoSuchName missing) {
                            return CompletableFuture.completedFuture(
                                    noMail(550, "5.1.2", "The domain " + domain + " does not exist"));
                        }

                        @Override
                        public CompletionStage<SiteLookup> noSuchType(Dns.NoSuchType missing) {
                            return byAddress(name, domain, fleet);
                        }

                        @Override
                        public CompletionStage<SiteLookup> failed(Dns.Failed failed) {
                            return CompletableFuture.completedFuture(new SiteLookup.Failed(failed.reason()));
                        }
                    }));
        } catch (TextParseException e) {
            return CompletableFuture.completedFuture(noMail(553, "5.1.2", "'" + domain + "' is not a domain name"));
        }
    }

    /** The A-labels of an internationalised domain (RFC 5890 §2.3.2.1), which is what DNS knows it by; other text as it is. */
    private static String asciiForm(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    private static Optional<MxOverride> overrideFor(String domain, Fleet fleet) {
        return fleet.mxOverrides().stream()
                .filter(override -> covers(override.domain(), domain))
                .max(Comparator.comparingInt(
                        override -> override.domain().replace("*", "").length()));
    }

    private static boolean covers(String pattern, String domain) {
        if (pattern.equals("*")) return true;
        return pattern.startsWith("*.") ? domain.endsWith(pattern.substring(1)) : pattern.equals(domain);
    }

    private static SiteLookup literal(String domain, Fleet fleet) {
        String address = domain.substring(1, Math.max(1, domain.length() - 1));
        if (address.toLowerCase(Locale.ROOT).startsWith("ipv6:")) address = address.substring(5);
        if (address.isEmpty()) return noMail(553, "5.1.2", "'" + domain + "' is not an address literal");
        return found(List.of(new HostPort(address, SMTP_PORT)), STATIC_VALID_MILLIS, fleet);
    }

    private SiteLookup byMx(String domain, List<Record> records, Fleet fleet) {
        TreeMap<Integer, List<HostPort>> byPreference = new TreeMap<>();
        for (Record record : records) {
            if (!(record instanceof MXRecord mx)) continue;
            if (mx.getTarget().equals(Name.root))
                return noMail(556, "5.1.10", "The domain " + domain + " says that it takes no mail (null MX)");
            byPreference
                    .computeIfAbsent(mx.getPriority(), preference -> new ArrayList<>())
                    .add(new HostPort(hostName(mx.getTarget()), SMTP_PORT));
        }
        if (byPreference.isEmpty()) return new SiteLookup.Failed("the MX answer for " + domain + " holds no MX record");
        List<HostPort> ordered = new ArrayList<>();
        byPreference.values().forEach(hosts -> {
            Collections.shuffle(hosts, random.get());
            ordered.addAll(hosts);
        });
        return found(ordered, validFor(records), fleet);
    }

    private CompletionStage<SiteLookup> byAddress(Name name, String domain, Fleet fleet) {
        return dns.lookup(name, Type.A).thenCombine(dns.lookup(name, Type.AAAA), (v4, v6) -> {
            if (v4 instanceof Dns.Records || v6 instanceof Dns.Records)
                return found(List.of(new HostPort(domain, SMTP_PORT)), SHORTEST_VALID_MILLIS * 10, fleet);
            if (v4 instanceof Dns.Failed failed) return new SiteLookup.Failed(failed.reason());
            if (v6 instanceof Dns.Failed failed) return new SiteLookup.Failed(failed.reason());
            return noMail(550, "5.1.2", "The domain " + domain + " has neither MX nor address records");
        });
    }

    private static long validFor(List<Record> records) {
        long ttl = records.stream().mapToLong(Record::getTTL).min().orElse(0) * 1000;
        return Math.max(SHORTEST_VALID_MILLIS, Math.min(LONGEST_VALID_MILLIS, ttl));
    }

    private static SiteLookup found(List<HostPort> hosts, long validMillis, Fleet fleet) {
        return new SiteLookup.Found(
                new DestinationSite(SiteNames.of(hosts), hosts, providerOf(hosts, fleet)), validMillis);
    }

    private static Optional<String> providerOf(List<HostPort> hosts, Fleet fleet) {
        return fleet.providers().stream()
                .filter(provider -> hosts.stream()
                        .anyMatch(host -> provider.matches(host.host()) || provider.matches(host.toString())))
                .map(Provider::id)
                .findFirst();
    }

    private static String hostName(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    private static SiteLookup noMail(int code, String enhancedCode, String text) {
        return new SiteLookup.NoMail(new SmtpReply(code, enhancedCode, text));
    }
}
