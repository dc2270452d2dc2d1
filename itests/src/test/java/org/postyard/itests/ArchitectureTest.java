package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house, over the classes of all bundles that bnd makes: who may import whom, names, statics, cycles. The application of
 * the console is built against Eclipse, after this; what it may import its own manifest says.
 */
class ArchitectureTest {
    private static final String API = "org.postyard.api";
    private static final String PROTOCOL = "org.postyard.protocol";

    /** What every bundle may import: the JDK, SLF4J, JSpecify and OSGi's annotations. */
    private static final List<String> EVERYBODY = List.of(
            "java",
            "javax.crypto",
            "javax.net",
            "javax.security",
            "javax.sql",
            "org.slf4j",
            "org.jspecify",
            "org.osgi.annotation");

    private static final List<String> OSGI = List.of("org.osgi");
    /** The JDK's own parser. */
    private static final List<String> XML = List.of("javax.xml.parsers", "org.w3c.dom", "org.xml.sax");

    private static final List<String> HTTP = List.of("jakarta.servlet", "com.fasterxml.jackson");

    /** What each bundle may import besides its own packages. */
    private static final Map<String, List<String>> TABLE = Map.ofEntries(
            Map.entry(API, List.of()),
            Map.entry(PROTOCOL, List.of()),
            Map.entry("org.postyard.engine", joined(List.of(API, "org.xbill.DNS"), OSGI)),
            Map.entry("org.postyard.fleet", joined(List.of(API, "org.snakeyaml.engine"), OSGI)),
            Map.entry("org.postyard.spool.rocksdb", joined(List.of(API, "org.rocksdb"), OSGI)),
            Map.entry(
                    "org.postyard.store",
                    joined(
                            List.of(
                                    API,
                                    "jakarta.persistence",
                                    "org.hibernate",
                                    "org.flywaydb",
                                    "com.zaxxer.hikari",
                                    "org.h2"),
                            OSGI)),
            Map.entry("org.postyard.injection.smtp", joined(List.of(API, "io.netty"), OSGI)),
            Map.entry(
                    "org.postyard.injection.http",
                    joined(joined(List.of(API, "jakarta.mail", "jakarta.activation"), HTTP), OSGI)),
            Map.entry(
                    "org.postyard.control",
                    joined(
                            joined(
                                    List.of(
                                            API,
                                            PROTOCOL,
                                            "jakarta.ws.rs",
                                            "org.glassfish.jersey",
                                            "org.eclipse.microprofile.openapi",
                                            "org.apache.karaf"),
                                    joined(HTTP, XML)),
                            OSGI)),
            Map.entry("org.postyard.shell", joined(List.of(API, "org.apache.karaf"), OSGI)),
            Map.entry("org.postyard.balancer.basic", joined(List.of(API), OSGI)),
            Map.entry("org.postyard.connector.smtp", joined(List.of(API, "io.netty"), OSGI)),
            Map.entry("org.postyard.console.model", List.of(PROTOCOL, "com.fasterxml.jackson")),
            Map.entry("org.postyard.console.widgets", List.of("org.eclipse.swt", "org.eclipse.jface")),
            Map.entry("org.postyard.simulator", joined(List.of(API, "io.netty"), OSGI)),
            Map.entry(
                    "org.postyard.testkit",
                    List.of(
                            API,
                            "org.junit",
                            "org.assertj",
                            "org.opentest4j",
                            "org.apiguardian",
                            "io.netty",
                            "com.sun.net.httpserver")));

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Base|Misc|Common)");
    private static final Set<String> MUTABLE = Set.of(
            "java.util.HashMap",
            "java.util.TreeMap",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.LongAdder",
            "java.lang.ThreadLocal",
            "java.lang.StringBuilder");

    private static Map<String, JavaClasses> bundles = Map.of();

    @BeforeAll
    static void readClasses() throws IOException {
        Map<String, JavaClasses> found = new TreeMap<>();
        try (Stream<Path> folders = Files.find(
                Distribution.root().resolve("bundles"), 2, (path, file) -> Files.exists(path.resolve("bnd.bnd")))) {
            for (Path folder : folders.filter(path -> !path.endsWith("bundles")).toList()) {
                Path classes = folder.resolve("target/classes");
                assertThat(classes).as("classes of " + folder.getFileName()).isDirectory();
                found.put(folder.getFileName().toString(), new ClassFileImporter().importPath(classes));
            }
        }
        bundles = Map.copyOf(found);
    }

    @Test
    void everyBundleHasItsLineInTheTable() {
        assertThat(bundles.keySet()).isEqualTo(TABLE.keySet());
    }

    @Test
    void bundlesImportOnlyWhatTheTableAllows() {
        Set<String> violations = new TreeSet<>();
        bundles.forEach((bundle, classes) -> {
            List<String> allowed = joined(joined(EVERYBODY, TABLE.getOrDefault(bundle, List.of())), List.of(bundle));
            for (JavaClass type : classes) violations.addAll(forbiddenImports(type, allowed));
        });
        assertThat(violations).isEmpty();
    }

    private static List<String> forbiddenImports(JavaClass type, List<String> allowed) {
        List<String> forbidden = new ArrayList<>();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (target.isEmpty() || allowed.stream().anyMatch(prefix -> within(target, prefix))) continue;
            forbidden.add(type.getName() + " uses " + target);
        }
        return forbidden;
    }

    private static boolean within(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    @Test
    void classesLiveInThePackageOfTheirBundle() {
        bundles.forEach((bundle, classes) ->
                assertThat(classes).as(bundle).isNotEmpty().allMatch(type -> within(type.getPackageName(), bundle)));
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        assertThat(types().filter(type ->
                                FORBIDDEN_NAME.matcher(type.getSimpleName()).matches())
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void nothingStaticCanChange() {
        assertThat(types().flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(ArchitectureTest::canChange)
                        .map(JavaField::getFullName))
                .isEmpty();
    }

    private static boolean canChange(JavaField field) {
        if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) return false;
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || MUTABLE.contains(field.getRawType().getName());
    }

    @Test
    void packagesFormNoCycles() {
        List<String> cycles = new ArrayList<>();
        bundles.forEach((bundle, classes) -> {
            var result = SlicesRuleDefinition.slices()
                    .assignedFrom(new ByPackage())
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .evaluate(classes.that(IN_POSTYARD));
            if (result.hasViolation()) cycles.add(bundle + ": " + result.getFailureReport());
        });
        assertThat(cycles).isEmpty();
    }

    private static final DescribedPredicate<JavaClass> IN_POSTYARD =
            DescribedPredicate.describe("of Postyard", type -> within(type.getPackageName(), "org.postyard"));

    private static Stream<JavaClass> types() {
        return bundles.values().stream().flatMap(JavaClasses::stream);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Each package is a slice. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
