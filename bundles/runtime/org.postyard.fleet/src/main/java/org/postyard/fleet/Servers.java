package org.postyard.fleet;

import static org.postyard.fleet.Declared.Kind.SERVER;
import static org.postyard.fleet.Declared.Kind.SOURCE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.fleet.Credential;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.SendingServer.Role;
import org.postyard.api.fleet.TlsMode;

/** Reads the part {@code servers}. */
final class Servers {
    static final String DEFAULT_CONNECTOR = "smtp";
    static final int MOST_CAPACITY = 1_000_000;

    /** Keys of a source that a server with a single source may carry itself. */
    static final Set<String> WAY_KEYS = Keys.of("nextHop", "bind", "ehlo", "tls", "user", "secret", "settings");

    static final Set<String> SERVER_KEYS = Keys.of(
            "id",
            "role",
            "site",
            "capacity",
            "maxConnections",
            "downAfter",
            "probation",
            "connector",
            "sources",
            "nextHop",
            "bind",
            "ehlo",
            "tls",
            "user",
            "secret",
            "settings");
    static final Set<String> SOURCE_KEYS =
            Keys.of("id", "connector", "nextHop", "bind", "ehlo", "tls", "user", "secret", "settings");

    private final Declared declared;

    Servers(Declared declared) {
        this.declared = declared;
    }

    List<SendingServer> read(Value servers) {
        List<SendingServer> read = new ArrayList<>();
        for (Value server : servers.items()) server(server).ifPresent(read::add);
        return read;
    }

    private Optional<SendingServer> server(Value value) {
        return value.section(SERVER_KEYS).map(section -> {
            Optional<Value> named = section.require("id", "the name of the server");
            String id = named.flatMap(name -> declared.declare(SERVER, name)).orElse("");
            Role role = section.find("role")
                    .flatMap(text -> Names.choice(text, Role.class))
                    .orElse(section.has("nextHop") ? Role.RELAY : Role.MTA);
            return new SendingServer(
                    id,
                    role,
                    section.find("site").flatMap(Names::freeText).orElse(""),
                    section.find("capacity")
                            .flatMap(v -> Quantities.whole(v, 1, MOST_CAPACITY))
                            .orElse(1),
                    section.find("maxConnections")
                            .flatMap(v -> Quantities.whole(v, 0, MOST_CAPACITY))
                            .orElse(0),
                    duration(section, "downAfter", SendingServer.DEFAULT_DOWN_AFTER),
                    duration(section, "probation", SendingServer.DEFAULT_PROBATION),
                    sources(section, id, role, named.orElse(value)));
        });
    }

    private static Duration duration(Section section, String key, Duration otherwise) {
        return section.find(key).flatMap(Quantities::duration).orElse(otherwise);
    }

    private List<EgressSource> sources(Section server, String serverId, Role role, Value named) {
        String connector = connector(server, DEFAULT_CONNECTOR);
        Optional<Value> list = server.find("sources");
        if (list.isEmpty()) {
            if (!serverId.isEmpty() && declared.isFirst(SERVER, serverId, named))
                declared.declare(SOURCE, serverId, named);
            return List.of(source(server, serverId, serverId, role, connector));
        }
        if (server.hasAny(WAY_KEYS)) refuseMixture(server);
        List<EgressSource> read = new ArrayList<>();
        for (Value item : list.get().items()) {
            item.section(SOURCE_KEYS).ifPresent(section -> {
                String id = section.require("id", "the name of the source, unique in the fleet")
                        .flatMap(name -> declared.declare(SOURCE, name))
                        .orElse("");
                read.add(source(section, id, serverId, role, connector(section, connector)));
            });
        }
        return read;
    }

    private static String connector(Section section, String otherwise) {
        return section.find("connector")
                .flatMap(value -> Names.plugin(value, List.of(DEFAULT_CONNECTOR)))
                .orElse(otherwise);
    }

    private static void refuseMixture(Section server) {
        for (String key : WAY_KEYS)
            server.find(key)
                    .ifPresent(
                            value -> value.problem("belongs into an item of 'sources', because the server has them"));
    }

    private static EgressSource source(Section section, String id, String server, Role role, String connector) {
        if (role == Role.RELAY && connector.equals(DEFAULT_CONNECTOR))
            section.require("nextHop", "the host:port of the relay");
        return new EgressSource(
                id,
                server,
                connector,
                section.find("nextHop").flatMap(Names::hostPort),
                section.find("bind").flatMap(Names::address).orElse(""),
                section.find("ehlo").flatMap(Names::ehlo).orElse(""),
                section.find("tls")
                        .flatMap(value -> Names.choice(value, TlsMode.class))
                        .orElse(TlsMode.OPPORTUNISTIC),
                credential(section),
                section.find("settings").map(Servers::settings).orElse(Map.of()));
    }

    private static Optional<Credential> credential(Section section) {
        Optional<String> user = section.find("user").flatMap(Names::freeText);
        Optional<String> secret = section.find("secret").flatMap(Names::secretReference);
        if (section.has("user") != section.has("secret"))
            section.problem("'user' and 'secret' go together; one of them is missing");
        return user.flatMap(name -> secret.map(reference -> new Credential(name, reference)));
    }

    private static Map<String, String> settings(Value value) {
        Map<String, String> read = new HashMap<>();
        value.anySection().ifPresent(section -> section.entries().forEach((key, item) -> {
            if (looksSecret(key)) Names.secretReference(item).ifPresent(reference -> read.put(key, reference));
            else item.text().ifPresent(text -> read.put(key, text));
        }));
        return read;
    }

    private static boolean looksSecret(String key) {
        String plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return plain.matches(".*(password|passwd|secret|token|apikey|privatekey|credential).*");
    }
}
