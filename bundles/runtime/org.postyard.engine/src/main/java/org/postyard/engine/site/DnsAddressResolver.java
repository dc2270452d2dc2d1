package org.postyard.engine.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.postyard.api.dns.AddressLookup;
import org.postyard.api.dns.AddressResolver;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Finds the addresses of hosts by DNS and the hosts file; IPv4 first, because it is what most receivers judge senders by. */
public final class DnsAddressResolver implements AddressResolver {
    private final Dns dns;

    public DnsAddressResolver(Dns dns) {
        this.dns = dns;
    }

    @Override
    public CompletionStage<AddressLookup> addresses(String host) {
        if (Address.isDottedQuad(host) || host.indexOf(':') >= 0)
            return CompletableFuture.completedFuture(literal(host));
        if (isLocalhost(host)) return CompletableFuture.completedFuture(literal("127.0.0.1"));
        try {
            Name name = Name.fromString(host.endsWith(".") ? host : host + ".");
            return dns.lookup(name, Type.A).thenCombine(dns.lookup(name, Type.AAAA), (v4, v6) -> combine(host, v4, v6));
        } catch (TextParseException e) {
            return CompletableFuture.completedFuture(new AddressLookup.Missing("'" + host + "' is not a host name"));
        }
    }

    /** Names below {@code localhost} mean this machine and are never asked of DNS (RFC 6761 §6.3). */
    private static boolean isLocalhost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private static AddressLookup literal(String host) {
        try {
            return new AddressLookup.Found(List.of(InetAddress.getByAddress(host, bytesOf(host))));
        } catch (UnknownHostException e) {
            return new AddressLookup.Missing("'" + host + "' is not an IP address");
        }
    }

    private static byte[] bytesOf(String host) throws UnknownHostException {
        byte[] v4 = Address.toByteArray(host, Address.IPv4);
        if (v4 != null) return v4;
        byte[] v6 = Address.toByteArray(host, Address.IPv6);
        if (v6 != null) return v6;
        throw new UnknownHostException(host);
    }

    private static AddressLookup combine(String host, Dns.Answer v4, Dns.Answer v6) {
        List<InetAddress> addresses = new ArrayList<>();
        if (v4 instanceof Dns.Records found)
            found.records().forEach(record -> {
                if (record instanceof ARecord a) addresses.add(a.getAddress());
            });
        if (v6 instanceof Dns.Records found)
            found.records().forEach(record -> {
                if (record instanceof AAAARecord a) addresses.add(a.getAddress());
            });
        if (!addresses.isEmpty()) return new AddressLookup.Found(addresses);
        if (v4 instanceof Dns.Failed failed) return new AddressLookup.Failed(failed.reason());
        if (v6 instanceof Dns.Failed failed) return new AddressLookup.Failed(failed.reason());
        return new AddressLookup.Missing("host " + host + " has no address");
    }
}
