package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.event.DeliveryEventListener;
import org.postyard.itests.plugin.EventFile;

/** Plug-ins are replaced while mail is flowing: nothing is lost and nothing comes twice. */
class HotSwapIT {
    private static final int SWAPS = 4;
    private static final Pattern NAME = Pattern.compile("<feature name=\"([^\"]+)\"");
    private static final Pattern BUNDLE = Pattern.compile("<bundle[^>]*>mvn:[^/]+/([^/]+)/");
    private static final Pattern TOUCHED = Pattern.compile("FeaturesServiceImpl .*\\|  +([\\w.-]+)/[\\w.]+");
    private static final String JSON = "application/json";
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(HotSwapIT.class);

    private static Receiver receiver;
    private static Node node;

    @BeforeAll
    static void startEverything() throws Exception {
        receiver = new Receiver(WORKSHOP, "receiver").start();
        List<Integer> ports = List.of(receiver.port(), receiver.port());
        node = Node.prepare(WORKSHOP, "node").start(Fleets.relays(ports, ""));
    }

    @Test
    void connectorIsReplacedOverTheApi() throws Exception {
        replaceUnderLoad("org.postyard.connector.smtp", HotSwapIT::updateOverApi);
    }

    @Test
    void balancersAreReplacedOverTheApi() throws Exception {
        replaceUnderLoad("org.postyard.balancer.basic", HotSwapIT::updateOverApi);
    }

    @Test
    void connectorIsReplacedInTheShell() throws Exception {
        replaceUnderLoad(
                "org.postyard.connector.smtp", (id, jar) -> node.shell("bundle:update " + id + " " + jar.toUri()));
    }

    @Test
    void aListenerThatComesWhileMailFlowsHearsOfItAndACancelledUpdateLeavesItAsItWas() throws Exception {
        Path events = WORKSHOP.folder().resolve("events");
        assertThat(ended(begun(listener(events, "1.0.0", 0)))).isEqualTo("done");
        assertHears(events, "first");

        String update = begun(listener(events, "2.0.0", 4));
        Await.until(
                "it is replaced", LONG, () -> job(update).get("step").asText().startsWith("Replacing"));
        cancel(update);
        assertThat(ended(update)).isEqualTo("cancelled");
        assertThat(version(EventFile.class.getName())).contains("1.0.0");
        assertHears(events, "second");

        Api.expected(
                "remove", node.api().call("DELETE", "plugins/" + idOf(EventFile.class.getName()), JSON, new byte[0]));
        assertThat(node.api().text("metrics")).doesNotContain("event-file");
    }

    @Test
    void anInstallationThatIsCancelledWhileThePluginStartsLeavesNothing() throws Exception {
        Path events = WORKSHOP.folder().resolve("nothing");
        String job = begun(listener(events, "1.0.0", 4));
        Await.until("it starts", LONG, () -> job(job).get("step").asText().equals("Starting it"));
        cancel(job);

        assertThat(ended(job)).isEqualTo("cancelled");
        assertThat(version(EventFile.class.getName())).isEmpty();
        assertThat(events).doesNotExist();
    }

    private static byte[] listener(Path events, String version, int startSeconds) throws IOException {
        Map<String, String> properties = Map.of(
                "file", events.toString(), "listener.id", "event-file", "startSeconds", Integer.toString(startSeconds));
        return PluginJar.of(WORKSHOP.folder(), EventFile.class, version, DeliveryEventListener.class, properties);
    }

    private static void assertHears(Path events, String word) throws Exception {
        try (Load load = new Load(
                node.smtpPort(), 1, 20, Duration.ZERO, number -> "accept+" + word + number + "@elsewhere.test")) {
            Await.until(
                    "the listener has heard of every end", LONG, () -> heard(events, " RELAYED accept+" + word) == 20);
            assertThat(heard(events, " RECEIVED accept+" + word)).isEqualTo(20);
            assertThat(load.rejected()).isEmpty();
        }
        assertThat(node.api().text("metrics"))
                .contains("postyard_listener_lost_events_total{listener=\"event-file\"} 0");
        assertThat(slotOf(EventFile.class.getName()).get("kind").asText()).isEqualTo("listener");
    }

    /** Uploads a file and begins to install it, or to update by it; gives the job. */
    private static String begun(byte[] jar) throws IOException, InterruptedException {
        String upload = Api.expected(
                        "upload", node.api().call("POST", "plugins/uploads", "application/java-archive", jar))
                .json()
                .get("id")
                .asText();
        return Api.expected(
                        "install", node.api().call("POST", "plugins/uploads/" + upload + "/install", JSON, new byte[0]))
                .json()
                .get("id")
                .asText();
    }

    private static void cancel(String job) throws IOException, InterruptedException {
        Api.expected("cancel", node.api().call("DELETE", "jobs/" + job, JSON, new byte[0]));
    }

    private static String ended(String job) throws Exception {
        Await.until("the job ends", LONG, () -> !job(job).get("state").asText().equals("running"));
        return job(job).get("state").asText();
    }

    private static JsonNode job(String id) throws IOException, InterruptedException {
        return node.api().get("jobs/" + id);
    }

    private static Optional<String> version(String bundle) throws IOException, InterruptedException {
        for (JsonNode plugin : node.api().get("plugins"))
            if (plugin.get("symbolicName").asText().equals(bundle))
                return Optional.of(plugin.get("version").asText());
        return Optional.empty();
    }

    private static long heard(Path events, String text) throws IOException {
        return Files.exists(events) ? Workshop.count(events, text) : 0;
    }

    private static JsonNode slotOf(String bundle) throws IOException, InterruptedException {
        for (JsonNode plugin : node.api().get("plugins"))
            if (plugin.get("symbolicName").asText().equals(bundle))
                return plugin.get("slots").get(0);
        throw new AssertionError("there is no plug-in " + bundle);
    }

    @Test
    void featuresOfPlugInsComeAndGoAndTouchNoOtherBundle() throws Exception {
        Map<String, String> features = plugInFeatures();
        String installed = node.shell("feature:list --installed --no-format");
        for (Map.Entry<String, String> feature : features.entrySet()) {
            long before = Files.size(node.log());
            List<String> verbs = List.of("feature:uninstall ", "feature:install ");
            if (!installed.contains(feature.getKey())) verbs = List.of("feature:install ", "feature:uninstall ");
            for (String verb : verbs) node.shell(verb + feature.getKey());
            assertThat(touchedSince(before)).as(feature.getKey()).isNotEmpty().containsOnly(feature.getValue());
        }
        System.out.println("HotSwapIT: came and went alone: " + features.keySet());
        assertThat(features).containsKey("postyard-connector-smtp");
    }

    /** Features that need the runtime, each with the one bundle that it must bring. */
    private static Map<String, String> plugInFeatures() throws IOException {
        String all = Files.readString(fileOf("features-.*-features\\.xml"));
        Map<String, String> found = new TreeMap<>();
        for (String feature : all.split("(?=<feature name=)")) {
            if (!feature.contains(">postyard-runtime</feature>")) continue;
            List<String> bundles = group(BUNDLE, feature);
            assertThat(bundles).as(feature).hasSize(1);
            found.put(group(NAME, feature).get(0), bundles.get(0));
        }
        return found;
    }

    /** Every bundle that the log of the features service names as stopped, refreshed, removed or started. */
    private static Set<String> touchedSince(long place) throws IOException {
        byte[] log = Files.readAllBytes(node.log());
        String lines = new String(log, (int) place, log.length - (int) place, StandardCharsets.UTF_8);
        return new TreeSet<>(group(TOUCHED, lines));
    }

    private static List<String> group(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    /** One way to replace a bundle by a file. */
    private interface Replacement {
        void replace(long id, Path jar) throws Exception;
    }

    private static void updateOverApi(long id, Path jar) throws IOException, InterruptedException {
        Api.expected(
                "update", node.api().call("PUT", "plugins/" + id, "application/java-archive", Files.readAllBytes(jar)));
    }

    private static void replaceUnderLoad(String bundle, Replacement replacement) throws Exception {
        String prefix = "swap" + System.nanoTime() + "-";
        try (Load load = new Load(
                node.smtpPort(),
                4,
                Integer.MAX_VALUE,
                Duration.ofMillis(5),
                number -> (number % 5 == 0 ? "slow.50+" : "accept+") + prefix + number + "@elsewhere.test")) {
            for (int swap = 0; swap < SWAPS; swap++) {
                int before = arrived(prefix);
                Await.until("mail arrives", LONG, () -> arrived(prefix) > before + 10);
                replacement.replace(idOf(bundle), jarOf(bundle));
            }
            int before = arrived(prefix);
            Await.until("mail arrives after the last swap", LONG, () -> arrived(prefix) > before + 10);
            load.close();
            Verdict verdict = Verdict.of(node, load.accepted(), receiver);
            System.out.println("HotSwapIT: " + SWAPS + " times " + bundle + ": " + verdict.text());
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.repeated()).isEmpty();
            assertThat(load.rejected()).isEmpty();
        }
    }

    private static int arrived(String prefix) throws IOException {
        return (int) receiver.arrivals().stream()
                .filter(arrival -> arrival.recipients().get(0).contains(prefix))
                .count();
    }

    private static long idOf(String bundle) throws IOException, InterruptedException {
        for (JsonNode plugin : node.api().get("plugins"))
            if (plugin.get("symbolicName").asText().equals(bundle))
                return plugin.get("id").asLong();
        throw new AssertionError("there is no plug-in " + bundle);
    }

    private static Path jarOf(String bundle) throws IOException {
        return fileOf(bundle + "-.*\\.jar");
    }

    private static Path fileOf(String name) throws IOException {
        try (Stream<Path> files = Files.walk(node.home().resolve("system/org/postyard"))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
