package org.postyard.control.plugin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.VersionRange;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.postyard.control.plugin.HeaderClauses.Clause;

/** What a bundle file needs and a framework does not have. */
final class MissingRequirements {
    private static final String PACKAGE_NAMESPACE = "osgi.wiring.package";
    private static final String BUNDLE_NAMESPACE = "osgi.wiring.bundle";

    private final Predicate<Requirement> present;

    /** @param present whether the framework has something that meets a requirement */
    MissingRequirements(Predicate<Requirement> present) {
        this.present = present;
    }

    static MissingRequirements in(BundleContext context) {
        FrameworkWiring wiring =
                Objects.requireNonNull(context.getBundle(0).adapt(FrameworkWiring.class), "bundle 0 is the framework");
        return new MissingRequirements(need -> !wiring.findProviders(need).isEmpty());
    }

    /**
     * One line for each requirement that nothing meets.
     *
     * @param together packages that come with the same upload
     */
    List<String> of(PluginFile bundle, Set<String> together) {
        Set<String> own = bundle.exportedPackages();
        Stream<String> packages = bundle.clauses("Import-Package").stream()
                .filter(MissingRequirements::mandatory)
                .flatMap(clause -> clause.names().stream()
                        .filter(name -> !own.contains(name) && !together.contains(name))
                        .filter(name -> !met(PACKAGE_NAMESPACE, name, clause.attribute("version")))
                        .map(name -> "package " + name + range(clause.attribute("version"))));
        Stream<String> bundles = bundle.clauses("Require-Bundle").stream()
                .filter(MissingRequirements::mandatory)
                .filter(clause -> !met(BUNDLE_NAMESPACE, clause.name(), clause.attribute("bundle-version")))
                .map(clause -> "bundle " + clause.name() + range(clause.attribute("bundle-version")));
        Stream<String> capabilities = bundle.clauses("Require-Capability").stream()
                .filter(MissingRequirements::mandatory)
                .filter(clause ->
                        clause.directives().getOrDefault("effective", "resolve").equals("resolve"))
                .filter(clause -> !present.test(new Need(clause.name(), clause.directives())))
                .map(clause -> "capability " + clause.name() + " "
                        + clause.directives().getOrDefault("filter", ""));
        return Stream.of(packages, bundles, capabilities)
                .flatMap(Function.identity())
                .map(String::strip)
                .toList();
    }

    private static boolean mandatory(Clause clause) {
        return !clause.directives().getOrDefault("resolution", "mandatory").equals("optional");
    }

    private boolean met(String namespace, String name, Optional<String> range) {
        String version = namespace.equals(PACKAGE_NAMESPACE) ? "version" : "bundle-version";
        String byName = "(" + namespace + "=" + name + ")";
        String filter = range.map(text -> "(&" + byName + new VersionRange(text).toFilterString(version) + ")")
                .orElse(byName);
        return present.test(new Need(namespace, Map.of("filter", filter)));
    }

    private static String range(Optional<String> range) {
        return range.map(text -> " in version " + text).orElse("");
    }

    /** A requirement of a bundle that is not installed. */
    private record Need(String namespace, Map<String, String> directives) implements Requirement {
        @Override
        public String getNamespace() {
            return namespace;
        }

        @Override
        public Map<String, String> getDirectives() {
            return directives;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Resource getResource() {
            throw new UnsupportedOperationException("the bundle is only a file yet");
        }
    }
}
