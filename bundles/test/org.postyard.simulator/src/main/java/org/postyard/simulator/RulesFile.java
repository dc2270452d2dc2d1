package org.postyard.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postyard.simulator.ProviderRules.MxHost;
import org.postyard.simulator.ProviderRules.Occasion;

/** Reads providers from a properties file: {@code providers} names them in order, {@code NAME.key} describes each. */
public final class RulesFile {
    private final Properties properties;

    private RulesFile(Properties properties) {
        this.properties = properties;
    }

    /** The providers that come with the simulator. */
    public static List<ProviderRules> builtIn() {
        try (InputStream in = RulesFile.class.getResourceAsStream("providers.properties")) {
            if (in == null) throw new IllegalStateException("providers.properties is missing from the bundle");
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<ProviderRules> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        }
    }

    /** @throws IllegalArgumentException naming the key that is wrong */
    public static List<ProviderRules> read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        RulesFile file = new RulesFile(properties);
        return words(file.required("providers")).stream().map(file::provider).toList();
    }

    private ProviderRules provider(String id) {
        return new ProviderRules(
                id,
                words(properties.getProperty(id + ".domains", "")),
                mxHosts(id + ".mx"),
                (int) number(id + ".connectionsPerSource"),
                (int) number(id + ".messagesPerConnection"),
                Boolean.parseBoolean(properties.getProperty(id + ".closesWithoutReply", "false")),
                number(id + ".messagesPerSecond"),
                (int) number(id + ".maxMessageBytes", 36_700_160),
                share(id + ".deferralShare"),
                (int) number(id + ".deferralsInRow", 1),
                share(id + ".unknownShare"),
                replies(id));
    }

    private List<MxHost> mxHosts(String key) {
        List<MxHost> hosts = new ArrayList<>();
        for (String word : words(required(key))) {
            int colon = word.lastIndexOf(':');
            if (colon < 1) throw wrong(key, "'" + word + "' is not NAME:OFFSET");
            hosts.add(new MxHost(word.substring(0, colon), (int) parse(key, word.substring(colon + 1))));
        }
        return hosts;
    }

    private Map<Occasion, Reply> replies(String id) {
        Map<Occasion, Reply> replies = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            String key =
                    id + ".reply." + occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String line = properties.getProperty(key);
            if (line != null) replies.put(occasion, reply(key, line));
        }
        return replies;
    }

    private static Reply reply(String key, String line) {
        try {
            return Reply.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": '" + line + "' is not an SMTP reply", e);
        }
    }

    private double share(String key) {
        double share = number(key);
        if (share < 0 || share > 1) throw wrong(key, share + " is not 0 to 1");
        return share;
    }

    private double number(String key) {
        return number(key, 0);
    }

    private double number(String key, double whenAbsent) {
        String text = properties.getProperty(key);
        return text == null ? whenAbsent : parse(key, text.strip());
    }

    private static double parse(String key, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value < 0) throw wrong(key, text + " is negative");
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + ": '" + text + "' is not a number", e);
        }
    }

    private String required(String key) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) throw wrong(key, "is missing");
        return value;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("[,\\s]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(key + ": " + what);
    }
}
