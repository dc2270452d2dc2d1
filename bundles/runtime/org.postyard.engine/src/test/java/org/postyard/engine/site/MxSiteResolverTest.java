package org.postyard.engine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.dns.AddressLookup;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.MxOverride;
import org.postyard.api.fleet.Provider;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Asks a real name server on loopback, which this test plays. */
class MxSiteResolverTest {
    private final Map<String, List<String>> zone = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private DatagramSocket socket;
    private Thread server;
    private Dns dns;
    private MxSiteResolver resolver;

    @BeforeEach
    void start() throws Exception {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server = new Thread(this::serve, "test-name-server");
        server.start();
        dns = Dns.of(List.of("127.0.0.1:" + socket.getLocalPort()), Duration.ofMillis(500));
        resolver = new MxSiteResolver(dns, () -> new Random(1));
    }

    @AfterEach
    void stop() throws InterruptedException {
        socket.close();
        server.join();
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] query = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] reply = answer(new Message(query)).toWire();
                socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            } catch (java.io.IOException e) {
                if (!socket.isClosed()) throw new IllegalStateException(e);
            }
        }
    }

    private Message answer(Message query) throws java.io.IOException {
        Record question = query.getQuestion();
        String name = question.getName().toString(true).toLowerCase(java.util.Locale.ROOT);
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(question, Section.QUESTION);
        if (failures.containsKey(name)) {
            reply.getHeader().setRcode(failures.get(name));
            return reply;
        }
        boolean known = zone.keySet().stream().anyMatch(key -> key.startsWith(name + " "));
        if (!known) reply.getHeader().setRcode(Rcode.NXDOMAIN);
        for (String value : zone.getOrDefault(name + " " + Type.string(question.getType()), List.of()))
            reply.addRecord(
                    Record.fromString(question.getName(), question.getType(), DClass.IN, 300, value, Name.root),
                    Section.ANSWER);
        return reply;
    }

    private void mx(String domain, String... records) {
        zone.put(domain + " MX", List.of(records));
    }

    private static Fleet fleet(List<Provider> providers, List<MxOverride> overrides) {
        return new Fleet(List.of(), List.of(), List.of(), List.of(), providers, overrides, List.of());
    }

    private SiteLookup lookup(String domain) throws Exception {
        return lookup(domain, fleet(List.of(), List.of()));
    }

    private SiteLookup lookup(String domain, Fleet fleet) throws Exception {
        return resolver.siteOf(domain, fleet).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void hostsComeInOrderOfPreference() throws Exception {
        mx("a.example", "20 backup.a.example.", "10 first.a.example.");
        SiteLookup.Found found = (SiteLookup.Found) lookup("a.example");
        assertThat(found.site().hosts())
                .containsExactly(new HostPort("first.a.example", 25), new HostPort("backup.a.example", 25));
        assertThat(found.validMillis()).isEqualTo(300_000);
    }

    @Test
    void domainsWithTheSameHostsAreOneSiteWhateverTheirOrder() throws Exception {
        mx("a.example", "10 mx1.host.example.", "10 mx2.host.example.");
        mx("b.example", "5 mx2.host.example.", "50 mx1.host.example.");
        String one = ((SiteLookup.Found) lookup("a.example")).site().name();
        String other = ((SiteLookup.Found) lookup("b.example")).site().name();
        assertThat(one).isEqualTo(other).isEqualTo("(mx1|mx2).host.example");
    }

    @Test
    void aNullMxTakesNoMail() throws Exception {
        mx("null.example", "0 .");
        assertThat(((SiteLookup.NoMail) lookup("null.example")).reply().enhancedCode())
                .isEqualTo("5.1.10");
    }

    @Test
    void withoutMxTheAddressOfTheDomainServes() throws Exception {
        zone.put("host.example A", List.of("192.0.2.7"));
        assertThat(((SiteLookup.Found) lookup("host.example")).site().hosts())
                .containsExactly(new HostPort("host.example", 25));
    }

    @Test
    void aNameThatDoesNotExistTakesNoMail() throws Exception {
        assertThat(lookup("nowhere.example")).isInstanceOf(SiteLookup.NoMail.class);
    }

    @Test
    void aNameServerInTroubleIsNoVerdictOnTheDomain() throws Exception {
        failures.put("trouble.example", Rcode.SERVFAIL);
        assertThat(lookup("trouble.example"))
                .isInstanceOfSatisfying(SiteLookup.Failed.class, failed -> assertThat(failed.reason())
                        .startsWith("DNS did not answer for trouble.example: ")
                        .doesNotContain("org.xbill"));
    }

    @Test
    void anInternationalisedDomainIsLookedUpByItsAsciiForm() throws Exception {
        mx("xn--bcher-kva.example", "10 mx.xn--bcher-kva.example.");
        assertThat(((SiteLookup.Found) lookup("b\u00fccher.example")).site().name())
                .isEqualTo("mx.xn--bcher-kva.example");
    }

    @Test
    void overridesComeBeforeDnsAndTheMostExactWins() throws Exception {
        Fleet fleet = fleet(
                List.of(new Provider("p", List.of("*.host.example"))),
                List.of(
                        new MxOverride("*", List.of(new HostPort("127.0.0.1", 2550))),
                        new MxOverride("*.example", List.of(new HostPort("mx.host.example", 2551)))));
        assertThat(((SiteLookup.Found) lookup("x.test", fleet)).site().name()).isEqualTo("127.0.0.1:2550");
        SiteLookup.Found exact = (SiteLookup.Found) lookup("sub.example", fleet);
        assertThat(exact.site().name()).isEqualTo("mx.host.example:2551");
        assertThat(exact.site().provider()).isEqualTo(Optional.of("p"));
    }

    @Test
    void anAddressLiteralIsItsOwnHost() throws Exception {
        assertThat(((SiteLookup.Found) lookup("[192.0.2.1]")).site().hosts())
                .containsExactly(new HostPort("192.0.2.1", 25));
    }

    @Test
    void addressesOfAHostAreFoundAndLiteralsNeedNoDns() throws Exception {
        zone.put("mx.example A", List.of("192.0.2.1", "192.0.2.2"));
        zone.put("mx.example AAAA", List.of("2001:db8::1"));
        DnsAddressResolver addresses = new DnsAddressResolver(dns);
        AddressLookup found =
                addresses.addresses("mx.example").toCompletableFuture().get(20, TimeUnit.SECONDS);
        List<String> texts = new ArrayList<>();
        ((AddressLookup.Found) found).addresses().forEach(address -> texts.add(address.getHostAddress()));
        assertThat(texts).hasSize(3);
        assertThat(texts.get(2)).startsWith("2001:db8");
        assertThat(addresses.addresses("127.0.0.1").toCompletableFuture().get(1, TimeUnit.SECONDS))
                .isInstanceOf(AddressLookup.Found.class);
        assertThat(addresses.addresses("none.example").toCompletableFuture().get(20, TimeUnit.SECONDS))
                .isInstanceOf(AddressLookup.Missing.class);
    }
}
