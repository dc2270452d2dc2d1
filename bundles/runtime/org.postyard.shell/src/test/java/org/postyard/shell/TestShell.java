package org.postyard.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Role;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.operation.Yard;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.testkit.operation.FakeEventFeed;
import org.postyard.testkit.operation.FakeFleetDesk;
import org.postyard.testkit.operation.FakeYard;
import org.postyard.testkit.store.InMemoryApiKeys;
import org.postyard.testkit.store.InMemoryJournal;
import org.postyard.testkit.store.InMemorySuppressionList;

/** A shell without Karaf: finds the commands of this bundle, sets their options and arguments as Karaf does, and keeps what they print. */
public final class TestShell {
    private static final Clock CLOCK = Clock.fixed(FakeYard.NOW, ZoneOffset.UTC);

    public final FakeYard yard = new FakeYard();
    public final InMemoryJournal journal = new InMemoryJournal();
    public final FakeFleetDesk fleet = new FakeFleetDesk();
    public final InMemorySuppressionList suppressions = new InMemorySuppressionList(CLOCK);
    public final InMemoryApiKeys keys = new InMemoryApiKeys(CLOCK);
    public final FakeEventFeed feed = new FakeEventFeed();

    private final Map<Class<?>, Object> services = new HashMap<>(Map.of(
            Yard.class, yard,
            Journal.class, journal,
            FleetDesk.class, fleet,
            SuppressionList.class, suppressions,
            ApiKeys.class, keys,
            EventFeed.class, feed));
    private Set<Role> roles = Set.of(Role.ADMIN);
    private String piped = "";

    /** All commands of the bundle by name. */
    public static Map<String, Class<?>> commands() {
        Map<String, Class<?>> found = new TreeMap<>();
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = Class.forName(name);
                Command command = type.getAnnotation(Command.class);
                if (command != null) found.put(command.name(), type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    public TestShell as(Role... held) {
        roles = Set.of(held);
        return this;
    }

    public TestShell pipe(String text) {
        piped = text;
        return this;
    }

    public <T> TestShell with(Class<T> type, T service) {
        services.put(type, service);
        return this;
    }

    public TestShell without(Class<?> service) {
        services.remove(service);
        return this;
    }

    /** What the command prints. */
    public String run(String name, String... typed) throws CommandException, InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        YardCommand command = command(name);
        set(command, typed);
        command.surround(new Surroundings(
                new FixedServices(services),
                () -> new Caller("anna", roles),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)),
                CLOCK));
        command.execute();
        return printed.toString(StandardCharsets.UTF_8);
    }

    public static YardCommand command(String name) {
        Class<?> type = Optional.ofNullable(commands().get(name))
                .orElseThrow(() -> new IllegalArgumentException("no command " + name));
        try {
            return (YardCommand) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All fields of a command that Karaf sets. */
    public static List<Field> parameters(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> part = type; part != null; part = part.getSuperclass())
            for (Field field : part.getDeclaredFields())
                if (field.isAnnotationPresent(Option.class) || field.isAnnotationPresent(Argument.class))
                    fields.add(field);
        return fields;
    }

    private static void set(YardCommand command, String... typed) {
        int arguments = 0;
        for (int i = 0; i < typed.length; i++) {
            if (!typed[i].startsWith("--")) {
                set(command, argument(command, arguments++), typed[i]);
                continue;
            }
            Field option = option(command, typed[i]);
            boolean flag = option.getType() == boolean.class;
            set(command, option, flag ? "true" : typed[++i]);
        }
    }

    private static Field option(YardCommand command, String name) {
        return parameters(command.getClass()).stream()
                .filter(field -> field.isAnnotationPresent(Option.class)
                        && field.getAnnotation(Option.class).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no option " + name));
    }

    private static Field argument(YardCommand command, int index) {
        return parameters(command.getClass()).stream()
                .filter(field -> field.isAnnotationPresent(Argument.class)
                        && field.getAnnotation(Argument.class).index() == index)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no argument " + index));
    }

    private static void set(YardCommand command, Field field, String text) {
        try {
            field.setAccessible(true);
            if (field.getType() == List.class) {
                List<String> values = new ArrayList<>();
                if (field.get(command) instanceof List<?> earlier) earlier.forEach(value -> values.add((String) value));
                values.add(text);
                field.set(command, values);
            } else field.set(command, converted(field.getType(), text));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object converted(Class<?> type, String text) {
        if (type == boolean.class) return Boolean.valueOf(text);
        if (type == int.class) return Integer.valueOf(text);
        return type == long.class ? Long.valueOf(text) : text;
    }

    /** Services that a test put there. */
    private record FixedServices(Map<Class<?>, Object> services) implements HostServices {
        @Override
        public <T> Optional<T> find(Class<T> type) {
            return Optional.ofNullable(services.get(type)).map(type::cast);
        }

        @Override
        public <T> List<T> all(Class<T> type) {
            return find(type).map(List::of).orElse(List.of());
        }
    }
}
