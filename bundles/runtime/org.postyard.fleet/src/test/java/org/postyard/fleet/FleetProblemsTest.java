package org.postyard.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.api.fleet.FleetDesk.Problem;

/** What a document with mistakes is told: line, place and reason of each. */
class FleetProblemsTest {
    private static final String START = "version: 1\nservers:\n  - id: a\n";

    @Test
    void severalProblemsAreToldAtOnceInTheOrderOfTheDocument() {
        List<Problem> problems = problems("""
                version: 2
                servers:
                  - id: a
                    nexthop: 127.0.0.1:25
                  - id: b
                    capacity: none
                  - id: a
                pools:
                  - id: p
                    balancer: round-robbin
                    members: [c]
                route: []
                """);
        assertThat(problems)
                .extracting(Problem::line, Problem::path)
                .containsExactly(
                        tuple(1, "version"),
                        tuple(4, "servers[0].nexthop"),
                        tuple(6, "servers[1].capacity"),
                        tuple(7, "servers[2].id"),
                        tuple(10, "pools[0].balancer"),
                        tuple(11, "pools[0].members[0]"),
                        tuple(12, "route"));
        assertThat(problems.get(1).reason()).contains("did you mean 'nextHop'?");
        assertThat(problems.get(3).reason()).contains("already a server 'a', in line 3");
        assertThat(problems.get(4).reason()).contains("did you mean 'round-robin'?");
        assertThat(problems.get(5).reason()).contains("no source 'c'");
        assertThat(problems.get(6).reason()).contains("did you mean 'routes'?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nextHop: 127.0.0.1:0        | nextHop       | port 0 is not 1 to 65535
            nextHop: 127.0.0.1:smtp     | nextHop       | does not end in a port number
            nextHop: 127.0.0.1:99999    | nextHop       | 65535
            nextHop: 300.1.1.1:25       | nextHop       | is not host:port
            nextHop: "a b:25"           | nextHop       | is not host:port
            nextHop: ":25"              | nextHop       | host is empty
            nextHop: "[::1:25"          | nextHop       | is not host:port
            nextHop: [a, b]             | nextHop       | must be one value, not a list
            nextHop:                    | nextHop       | has no value
            bind: example.com           | bind          | is not an IP address
            bind: 1.2.3                 | bind          | is not an IP address
            bind: ":::"                 | bind          | is not an IP address
            ehlo: no spaces             | ehlo          | is not a host name
            site: "a\\nb"                | site          | has a line break or another control character
            tls: require                | tls           | is not one of off, opportunistic, required; did you mean 'required'?
            role: server                | role          | is not one of mta, relay, esp
            role: MTA                   | role          | did you mean 'mta'?
            downAfter: 10               | downAfter     | write '10s' if you mean seconds
            downAfter: 10 s             | downAfter     | is not a duration
            downAfter: 1h30m            | downAfter     | write for example 10s, 5m, 1h or 2d
            downAfter: 0s               | downAfter     | is not between 1ms and 365d
            probation: 366d             | probation     | is not between 1ms and 365d
            capacity: 0                 | capacity      | is not a whole number from 1 to 1000000
            capacity: 1.5               | capacity      | is not a whole number
            maxConnections: -1          | maxConnections | is not a whole number from 0
            maxConnections: 99999999999999999999 | maxConnections | is not a whole number
            connector: smpt             | connector     | did you mean 'smtp'?
            user: me                    | document      | one of them is missing
            settings: {password: hunter2} | settings.password | secrets are not kept in the fleet
            settings: [a]               | settings      | must be a block
            sources: []                 | sources       | is an empty list
            sources: a                  | sources       | must be a list
            sources: [{bind: 192.0.2.1}] | sources[0]   | needs 'id'
            site: {a: b}                | site          | must be one value
            """)
    void aMistakeInAServerIsToldWithLineAndReason(String line, String key, String reason) {
        List<Problem> problems = problems(START + "    " + line + "\n");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isBetween(3, 4);
            assertThat(problem.path()).isEqualTo(key.equals("document") ? "servers[0]" : "servers[0]." + key);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pools: [{id: p}]                              | pools[0]            | needs 'members'
            pools: [{id: p, members: everything}]         | pools[0].members    | must be 'all' or a list
            pools: [{id: p, members: [a, a]}]             | pools[0].members[1] | is twice in this pool
            pools: [{id: p, members: [{source: a, weight: 0}]}] | pools[0].members[0].weight | from 1 to 1000000
            pools: [{id: p, members: [{weight: 1}]}]      | pools[0].members[0] | needs 'source'
            pools: [{id: p, members: all}, {id: p, members: all}] | pools[1].id | already a pool 'p', in line 4
            pools: [{id: p, members: all}, {id: q, members: all}] | document    | no 'routes' to choose among them
            pools: []                                     | pools               | is an empty list
            routes: [{pool: defualt}]                     | routes[0].pool      | did you mean 'default'?
            routes: [{tenant: x, pool: default}]          | routes              | no route for the rest
            routes: [{pool: default}, {tenant: x, pool: default}] | routes[1]   | never reached, because routes[0] matches every message
            routes: [{tenant: x, pool: default}, {tenant: x, pool: default}, {pool: default}] | routes[1] | never reached, because routes[0] has the same conditions
            routes: [{class: Bulk, pool: default}, {pool: default}] | routes[0].class | message class 'Bulk'
            routes: [{domain: "@x", pool: default}, {pool: default}] | routes[0].domain | is not a domain
            routes: [{tenant: x}, {pool: default}]        | routes[0]           | needs 'pool'
            limits: [{source: a}]                         | limits[0]           | limits nothing
            limits: [{connections: 1}, {connections: 2}]  | limits[1]           | same conditions as limits[0]
            limits: [{provider: big, connections: 1}]     | limits[0].provider  | there is no provider 'big'
            limits: [{messagesPerSecond: 0}]              | limits[0].messagesPerSecond | is not a number above 0
            limits: [{messagesPerHour: many}]             | limits[0].messagesPerHour | is not a whole number
            limits: [{conections: 1}]                     | limits[0].conections | did you mean 'connections'?
            providers: [{id: big}]                        | providers[0]        | needs 'mx'
            mx: {a.example: []}                           | mx['a.example']     | is an empty list
            mx: {"a b": 127.0.0.1}                        | mx['a b']           | is not a domain
            mx: {A.example: 127.0.0.1, a.example: 127.0.0.2} | mx['a.example']  | is given twice
            retry: 5m                                     | retry               | must be a list
            retry: {jitter: 1.5}                          | retry.jitter        | is not a share from 0 to 1
            retry: {intervals: [5m, x]}                   | retry.intervals[1]  | is not a duration
            retry: [{maxAge: 1d}, {class: bulk}]          | retry[1]            | never used, because retry[0] is for every class
            retry: [{class: bulk}, {class: bulk}]         | retry[1]            | never used, because retry[0] is for the same class
            servers: [{id: b}]                            | servers             | is given twice, first in line 2
            """)
    void aMistakeInAnotherPartIsToldWithPlaceAndReason(String line, String path, String reason) {
        List<Problem> all = problems(START + line + "\n");
        assertThat(all).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(path.equals("document") ? 1 : 4);
        });
    }

    @Test
    void aLiteralSecretIsRefusedAndNotRepeated() {
        List<Problem> problems = problems(START + "    user: me\n    secret: hunter2\n");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("servers[0].secret");
            assertThat(problem.reason()).contains("env:NAME or file:PATH").doesNotContain("hunter2");
        });
    }

    @Test
    void aKeyOfASourceBesideSourcesIsRefused() {
        assertThat(problems(START + "    bind: 192.0.2.1\n    sources: [{id: x}]\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("belongs into an item of 'sources'"));
    }

    @Test
    void aRelayWithoutNextHopIsRefused() {
        assertThat(problems(START + "    role: relay\n")).singleElement().satisfies(problem -> assertThat(
                        problem.reason())
                .contains("needs 'nextHop': the host:port of the relay"));
    }

    @Test
    void sourcesOfDifferentServersMayNotShareAnId() {
        assertThat(problems(START + "  - {id: b, sources: [{id: a}]}\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("already a source 'a', in line 3"));
    }

    @Test
    void aTabIsToldWithItsLine() {
        assertThat(problems("version: 1\nservers:\n\t- id: a\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.reason()).contains("a tab indents this line");
                });
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(problems("version: 1\nservers: [\n  {id: a}\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isBetween(2, 4);
                    assertThat(problem.reason()).startsWith("not YAML");
                });
        assertThat(problems("version: 1\nservers:\n  - id: a\n   nextHop: x\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(4));
        assertThat(problems("version: 1\nservers:\n  - id: \u0007\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.reason()).contains("U+0007");
                });
    }

    @Test
    void aTextThatIsNotUtf8IsRefusedInItsLine() {
        byte[] latin = (START + "    site: K\u00f6ln\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems(new String(latin, StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(4);
                    assertThat(problem.reason()).contains("not UTF-8");
                });
    }

    @Test
    void anAliasBombIsRefusedBeforeItGrows() {
        StringBuilder bomb = new StringBuilder("version: 1\na: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            String previous = "*" + (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append((previous + ", ").repeat(8))
                    .append(previous)
                    .append("]\n");
        }
        assertThat(problems(bomb.toString())).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason()).contains("aliases");
        });
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problems("version: 1\nservers: " + "[".repeat(100_000)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("nested more than 20 levels deep"));
    }

    @Test
    void aVeryLongDocumentIsRefused() {
        assertThat(problems("# " + "x".repeat(4_000_000)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("longer than"));
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(problems(START + "---\n" + START)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.reason()).contains("a second document");
        });
    }

    @Test
    void anEmptyDocumentIsToldWhatTheLeastIs() {
        for (String empty : List.of("", "# only a comment\n", "\n\n"))
            assertThat(problems(empty)).singleElement().satisfies(problem -> assertThat(problem.reason())
                    .contains("empty"));
        assertThat(problems("just text")).singleElement().satisfies(problem -> assertThat(problem.reason())
                .contains("must be a block"));
    }

    @Test
    void missingVersionAndServersAreBothTold() {
        assertThat(problems("pools: [{id: p, members: all}]"))
                .extracting(Problem::reason)
                .anyMatch(reason -> reason.contains("needs 'version'"))
                .anyMatch(reason -> reason.contains("needs 'servers'"));
    }

    @Test
    void aThousandMistakesAreToldAsAHundredAndTheirNumber() {
        List<Problem> problems = problems("version: 1\nservers:\n" + "  - {id: a, x: 1}\n".repeat(1_000));
        assertThat(problems).hasSize(101);
        assertThat(problems.get(100).reason()).matches("and \\d+ more problems from here on");
    }

    private static List<Problem> problems(String yaml) {
        FleetDocument document = FleetDocument.read(yaml);
        assertThat(document.fleet().isPresent()).isEqualTo(document.problems().isEmpty());
        assertThat(document.problems()).isNotEmpty();
        return document.problems();
    }
}
