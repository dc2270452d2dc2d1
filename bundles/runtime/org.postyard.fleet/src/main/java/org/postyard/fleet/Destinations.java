package org.postyard.fleet;

import static org.postyard.fleet.Declared.Kind.PROVIDER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.MxOverride;
import org.postyard.api.fleet.Provider;

/** Reads the parts {@code providers} and {@code mx}: what is known of destinations beside DNS. */
final class Destinations {
    static final String EVERY_DOMAIN = "*";
    static final Set<String> PROVIDER_KEYS = Keys.of("id", "mx");

    private final Declared declared;

    Destinations(Declared declared) {
        this.declared = declared;
    }

    List<Provider> providers(Value providers) {
        List<Provider> read = new ArrayList<>();
        for (Value item : providers.items()) provider(item).ifPresent(read::add);
        return read;
    }

    private Optional<Provider> provider(Value value) {
        return value.section(PROVIDER_KEYS).map(section -> {
            String id = section.require("id", "the name of the provider")
                    .flatMap(name -> declared.declare(PROVIDER, name))
                    .orElse("");
            List<String> patterns = new ArrayList<>();
            section.require("mx", "the names of its MX hosts, such as '*.mx.example.com'")
                    .ifPresent(mx -> oneOrMore(mx)
                            .forEach(pattern -> Names.domainPattern(pattern).ifPresent(patterns::add)));
            return new Provider(id, patterns);
        });
    }

    List<MxOverride> overrides(Value mx) {
        Map<String, MxOverride> read = new LinkedHashMap<>();
        mx.anySection().ifPresent(section -> section.entries().forEach((domain, hosts) -> {
            Optional<String> pattern =
                    domain.equals(EVERY_DOMAIN) ? Optional.of(domain) : Names.domainPattern(hosts, domain);
            List<HostPort> parsed = new ArrayList<>();
            for (Value host : oneOrMore(hosts)) Names.hostPort(host).ifPresent(parsed::add);
            pattern.ifPresent(name -> {
                MxOverride earlier = read.put(name, new MxOverride(name, parsed));
                if (earlier != null) hosts.problem("domain '" + name + "' is given twice");
            });
        }));
        return List.copyOf(read.values());
    }

    private static List<Value> oneOrMore(Value value) {
        return value.isList() ? value.items() : List.of(value);
    }
}
