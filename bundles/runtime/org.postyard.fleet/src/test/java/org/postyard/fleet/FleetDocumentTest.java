package org.postyard.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postyard.api.fleet.Credential;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.IpPool.Member;
import org.postyard.api.fleet.MxOverride;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.fleet.RetryTimetable;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.SendingServer.Role;
import org.postyard.api.fleet.TlsMode;
import org.postyard.api.message.Handling;
import org.postyard.api.message.MessageClass;

/** What a valid document means. */
class FleetDocumentTest {
    @Test
    void twoServersAreACompleteDocument() {
        Fleet fleet = fleet("""
                version: 1
                servers:
                  - id: relay1
                    nextHop: 10.0.0.1:2525
                  - id: relay2
                    nextHop: relay.example
                """);
        SendingServer first = fleet.servers().get(0);
        assertThat(first.role()).isEqualTo(Role.RELAY);
        assertThat(first.capacity()).isEqualTo(1);
        assertThat(first.maxConnections()).isZero();
        assertThat(first.downAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(first.probation()).isEqualTo(Duration.ofSeconds(30));
        assertThat(first.sources())
                .containsExactly(new EgressSource(
                        "relay1",
                        "relay1",
                        "smtp",
                        Optional.of(new HostPort("10.0.0.1", 2525)),
                        "",
                        "",
                        TlsMode.OPPORTUNISTIC,
                        Optional.empty(),
                        Map.of()));
        assertThat(fleet.sources().get(1).nextHop()).contains(new HostPort("relay.example", 25));
        assertThat(fleet.pools()).singleElement().satisfies(pool -> {
            assertThat(pool.id()).isEqualTo("default");
            assertThat(pool.balancer()).isEqualTo("round-robin");
            assertThat(pool.members()).containsExactly(new Member("relay1", 1), new Member("relay2", 1));
        });
        assertThat(fleet.routes()).containsExactly(Routes.everything("default"));
        assertThat(fleet.retries()).containsExactly(RetryTimetable.DEFAULT);
    }

    @Test
    void aServerWithOnlyAnIdDeliversToMxHostsItself() {
        Fleet fleet = fleet("{version: 1, servers: [{id: here}]}");
        assertThat(fleet.servers().get(0).role()).isEqualTo(Role.MTA);
        assertThat(fleet.sources().get(0).nextHop()).isEmpty();
    }

    @Test
    void everyKeyOfASourceIsRead() {
        EgressSource source = fleet("""
                version: 1
                servers:
                  - id: s
                    connector: own-protocol
                    sources:
                      - id: a
                        connector: other-protocol
                        nextHop: "[2001:db8::1]:587"
                        bind: 2001:db8::2
                        ehlo: out.example
                        tls: required
                        user: me
                        secret: env:MY_SECRET
                        settings: {region: eu, retries: 3, apiKey: "file:/etc/key"}
                """).sources().get(0);
        assertThat(source)
                .isEqualTo(new EgressSource(
                        "a",
                        "s",
                        "other-protocol",
                        Optional.of(new HostPort("2001:db8::1", 587)),
                        "2001:db8::2",
                        "out.example",
                        TlsMode.REQUIRED,
                        Optional.of(new Credential("me", "env:MY_SECRET")),
                        Map.of("region", "eu", "retries", "3", "apiKey", "file:/etc/key")));
    }

    @Test
    void weightsAreTheCapacityOfTheServerUnlessThePoolSaysOtherwise() {
        Fleet fleet = fleet("""
                version: 1
                servers:
                  - {id: big, capacity: 5, sources: [{id: b1}, {id: b2}]}
                  - {id: small}
                pools:
                  - {id: everybody, members: all}
                  - {id: some, balancer: weighted, members: [b2, {source: small, weight: 7}, {source: b1}]}
                routes: [{pool: some}]
                """);
        assertThat(fleet.pools().get(0).members())
                .containsExactly(new Member("b1", 5), new Member("b2", 5), new Member("small", 1));
        assertThat(fleet.pools().get(1).members())
                .containsExactly(new Member("b2", 5), new Member("small", 7), new Member("b1", 5));
    }

    @Test
    void theOnlyPoolCarriesEverythingWhateverItsName() {
        assertThat(fleet("{version: 1, servers: [{id: a}], pools: [{id: mine, members: all}]}")
                        .routes())
                .containsExactly(Routes.everything("mine"));
    }

    @Test
    void ofSeveralPoolsTheOneNamedDefaultCarriesEverything() {
        assertThat(fleet("""
                version: 1
                servers: [{id: a}]
                pools: [{id: other, members: all}, {id: default, members: all}]
                """).routes()).containsExactly(Routes.everything("default"));
    }

    @Test
    void routesMatchByEveryCondition() {
        Fleet fleet = fleet("""
                version: 1
                servers: [{id: a}]
                pools: [{id: one, members: all}, {id: rest, members: all}]
                routes:
                  - {tenant: acme, campaign: spring, class: transactional, domain: "*.Example.COM", senderDomain: acme.example, pool: one}
                  - {pool: rest}
                """);
        Handling handling = Handling.of("acme", "spring", MessageClass.TRANSACTIONAL);
        assertThat(fleet.routes().get(0).matches(handling, "acme.example", "mail.example.com"))
                .isTrue();
        assertThat(fleet.routes().get(0).matches(handling, "acme.example", "example.com"))
                .isFalse();
        assertThat(fleet.routes().get(1).matches(Handling.DEFAULT, "", "")).isTrue();
    }

    @Test
    void limitsProvidersAndMxOverridesAreRead() {
        Fleet fleet = fleet("""
                version: 1
                servers: [{id: a}]
                limits:
                  - {source: a, server: a, pool: default, provider: big, domain: big.example,
                     connections: 1, messagesPerConnection: 2, recipientsPerMessage: 3,
                     messagesPerSecond: 0.5, messagesPerHour: 5, messagesPerDay: 6}
                providers: [{id: big, mx: "*.mx.big.example"}]
                mx: {Intranet.example: ["10.0.0.1:26", "10.0.0.2"], "*": "127.0.0.1:2625"}
                """);
        assertThat(fleet.limits().get(0).limits()).isEqualTo(new PathLimits(1, 2, 3, 0.5, 5, 6));
        assertThat(fleet.limits().get(0).provider()).contains("big");
        assertThat(fleet.providers().get(0).matches("a.mx.big.example")).isTrue();
        assertThat(fleet.mxOverrides())
                .containsExactly(
                        new MxOverride(
                                "intranet.example",
                                List.of(new HostPort("10.0.0.1", 26), new HostPort("10.0.0.2", 25))),
                        new MxOverride("*", List.of(new HostPort("127.0.0.1", 2625))));
    }

    @Test
    void aTimetableForOneClassLeavesTheDefaultToTheOthers() {
        Fleet fleet = fleet("""
                version: 1
                servers: [{id: a}]
                retry: {class: transactional, intervals: [500ms, 1m, 2h], jitter: 0, maxAge: 2d}
                """);
        assertThat(fleet.retries())
                .containsExactly(
                        new RetryTimetable(
                                Optional.of("transactional"),
                                List.of(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofHours(2)),
                                0,
                                Duration.ofDays(2)),
                        RetryTimetable.DEFAULT);
    }

    @Test
    void fiftyServersAreReadLikeOne() {
        StringBuilder yaml = new StringBuilder("version: 1\nservers:\n");
        for (int i = 0; i < 50; i++)
            yaml.append("  - id: s")
                    .append(i)
                    .append("\n    nextHop: 10.0.0.")
                    .append(i)
                    .append(":25\n");
        assertThat(fleet(yaml.toString()).pools().get(0).members()).hasSize(50);
    }

    private static Fleet fleet(String yaml) {
        FleetDocument document = FleetDocument.read(yaml);
        assertThat(document.problems()).isEmpty();
        return document.fleet().orElseThrow();
    }
}
