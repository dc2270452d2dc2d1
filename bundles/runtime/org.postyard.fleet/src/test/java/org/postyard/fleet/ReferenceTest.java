package org.postyard.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Examples, reference and JSON schema say the same as the code. */
class ReferenceTest {
    private static final Path ROOT = Path.of("../../..");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "server", Servers.SERVER_KEYS,
            "source", Servers.SOURCE_KEYS,
            "pool", Pools.POOL_KEYS,
            "route", Routes.ROUTE_KEYS,
            "limitRule", Limits.RULE_KEYS,
            "provider", Destinations.PROVIDER_KEYS,
            "timetable", Retries.RETRY_KEYS);

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(Path example) throws IOException {
        String yaml = Files.readString(example);
        assertThat(FleetDocument.read(yaml).problems()).isEmpty();
        assertThat(schema().validate(json(yaml))).isEmpty();
    }

    @Test
    void theFleetOfANewInstallationIsValid() throws IOException {
        Path template = ROOT.resolve("karaf-assembly/src/main/resources/etc/fleet-simulated.yaml.template");
        String yaml = Files.readString(template).replaceAll("PORT([0-9])", "262$1");
        assertThat(FleetDocument.read(yaml).problems()).isEmpty();
        assertThat(schema().validate(json(yaml))).isEmpty();
    }

    @Test
    void thereIsAnExampleForEachBalancerAndOneForThreeRelays() throws IOException {
        for (String balancer : Pools.BALANCERS) {
            FleetDocument document =
                    FleetDocument.read(Files.readString(ROOT.resolve("examples/" + balancer + ".yaml")));
            assertThat(document.fleet().orElseThrow().pools().get(0).balancer()).isEqualTo(balancer);
        }
        FleetDocument relays = FleetDocument.read(Files.readString(ROOT.resolve("examples/three-relays.yaml")));
        assertThat(relays.fleet().orElseThrow().sources())
                .extracting(source -> source.nextHop().orElseThrow().toString())
                .containsExactly("127.0.0.1:2601", "127.0.0.1:2602", "127.0.0.1:2603");
    }

    @Test
    void theCompleteExampleUsesEveryKey() throws IOException {
        String yaml = Files.readString(ROOT.resolve("examples/complete.yaml"));
        assertThat(FleetDocument.KEYS).allMatch(key -> yaml.contains(key + ":"));
        KEYS.values().stream()
                .flatMap(Set::stream)
                .filter(key -> !List.of("connector", "server", "source").contains(key))
                .forEach(key -> assertThat(yaml).contains(key + ":"));
    }

    @Test
    void theReferenceNamesEveryKey() throws IOException {
        String reference = Files.readString(ROOT.resolve("docs/fleet.md"));
        Set<String> keys = new TreeSet<>(FleetDocument.KEYS);
        KEYS.values().forEach(keys::addAll);
        for (String key : keys) assertThat(reference).contains("`" + key + "`");
    }

    @Test
    void theSchemaHasTheKeysThatTheCodeReads() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(schemaText());
        assertThat(names(schema)).isEqualTo(new TreeSet<>(FleetDocument.KEYS));
        KEYS.forEach((definition, keys) -> assertThat(names(schema.at("/$defs/" + definition)))
                .as(definition)
                .isEqualTo(new TreeSet<>(keys)));
        assertThat(names(schema.at("/$defs/member/oneOf/1"))).isEqualTo(new TreeSet<>(Pools.MEMBER_KEYS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{version: 2, servers: [{id: a}]}",
                "{version: 1, servers: []}",
                "{version: 1, servers: [{id: a, nexthop: x}]}",
                "{version: 1, servers: [{id: a, downAfter: 10}]}",
                "{version: 1, servers: [{id: a, user: me}]}",
                "{version: 1, servers: [{id: a, user: me, secret: hunter2}]}",
                "{version: 1, servers: [{id: a, bind: 192.0.2.1, sources: [{id: b}]}]}",
                "{version: 1, servers: [{id: a, tls: sometimes}]}",
                "{version: 1, servers: [{id: a}], pools: [{id: p}]}",
                "{version: 1, servers: [{id: a}], limits: [{source: a}]}",
                "{version: 1, servers: [{id: a}], retry: {jitter: 2}}"
            })
    void theSchemaRefusesWhatTheCodeRefuses(String yaml) throws IOException {
        assertThat(FleetDocument.read(yaml).problems()).isNotEmpty();
        assertThat(schema().validate(json(yaml))).isNotEmpty();
    }

    private static Set<String> names(JsonNode definition) {
        Set<String> names = new TreeSet<>();
        definition.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaText());
    }

    private static String schemaText() throws IOException {
        try (var stream = ReferenceTest.class.getResourceAsStream(VersionedFleetDesk.SCHEMA)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode json(String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new ObjectMapper().valueToTree(tree);
    }
}
