package org.postyard.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.FleetDesk.Applied;
import org.postyard.api.fleet.LimitDesk;
import org.postyard.api.fleet.LimitRule;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.fleet.SendingServer;

/**
 * Changes single limits of the document in force, and leaves everything else of its text as people wrote it. One lock for
 * changes.
 */
@Component(service = LimitDesk.class)
public final class TunedLimits implements LimitDesk {
    private final FleetDesk desk;

    @Activate
    public TunedLimits(@Reference FleetDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Limit> limits() {
        Fleet fleet = desk.current();
        List<Limit> limits = new ArrayList<>();
        for (SendingServer server : fleet.servers())
            if (server.maxConnections() > 0)
                limits.add(new Limit(ofServer(server.id()), Name.MAX_CONNECTIONS, server.maxConnections()));
        for (LimitRule rule : fleet.limits()) {
            Scope scope = new Scope(rule.server(), rule.source(), rule.pool(), rule.provider(), rule.domain());
            for (Name name : Name.values()) {
                double value = valueOf(rule.limits(), name);
                if (value > 0) limits.add(new Limit(scope, name, value));
            }
        }
        return List.copyOf(limits);
    }

    private static Scope ofServer(String server) {
        return new Scope(Optional.of(server), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static double valueOf(PathLimits limits, Name name) {
        return switch (name) {
            case MAX_CONNECTIONS -> 0;
            case CONNECTIONS -> limits.connections();
            case MESSAGES_PER_CONNECTION -> limits.messagesPerConnection();
            case RECIPIENTS_PER_MESSAGE -> limits.recipientsPerMessage();
            case MESSAGES_PER_SECOND -> limits.messagesPerSecond();
            case MESSAGES_PER_HOUR -> limits.messagesPerHour();
            case MESSAGES_PER_DAY -> limits.messagesPerDay();
        };
    }

    @Override
    public synchronized Applied change(Scope scope, Name name, OptionalDouble value, String author, String reason) {
        Optional<String> contradiction = contradiction(scope, name, value);
        if (contradiction.isPresent()) return refused(contradiction.get());
        String before = desk.export();
        LimitText text = new LimitText(before);
        Optional<String> after = name == Name.MAX_CONNECTIONS
                ? text.ofServer(scope.server().orElse(""), written(value))
                : text.ofRule(conditions(scope), name.key(), written(value));
        if (after.isEmpty()) return refused("the document is not written in a way that can be changed here; edit it");
        if (after.get().equals(before)) return refused("that is the limit already");
        return desk.apply(after.get(), author, reason);
    }

    private Optional<String> contradiction(Scope scope, Name name, OptionalDouble value) {
        if (desk.currentVersion().isEmpty()) return Optional.of("no fleet document was applied yet");
        boolean whole = value.isEmpty() || value.getAsDouble() == Math.rint(value.getAsDouble());
        if (name != Name.MESSAGES_PER_SECOND && !whole) return Optional.of(name.key() + " is a whole number");
        if (value.isPresent() && !(value.getAsDouble() > 0 && value.getAsDouble() <= 1e9))
            return Optional.of(name.key() + " is above 0 and at most 1000000000; without a value it is taken away");
        if (name != Name.MAX_CONNECTIONS) return Optional.empty();
        if (scope.server().isEmpty() || conditions(scope).size() != 1)
            return Optional.of("maxConnections belongs to one server and to nothing else");
        String server = scope.server().get();
        return desk.current().server(server).isPresent()
                ? Optional.empty()
                : Optional.of("there is no server '" + server + "'");
    }

    private static Applied refused(String reason) {
        return new Applied(Optional.empty(), List.of(new FleetDesk.Problem(0, "limits", reason)), List.of());
    }

    private static Optional<String> written(OptionalDouble value) {
        if (value.isEmpty()) return Optional.empty();
        double number = value.getAsDouble();
        return Optional.of(number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number));
    }

    private static Map<String, String> conditions(Scope scope) {
        Map<String, String> conditions = new LinkedHashMap<>();
        scope.source().ifPresent(id -> conditions.put("source", id));
        scope.server().ifPresent(id -> conditions.put("server", id));
        scope.pool().ifPresent(id -> conditions.put("pool", id));
        scope.provider().ifPresent(id -> conditions.put("provider", id));
        scope.domain().ifPresent(id -> conditions.put("domain", id));
        return conditions;
    }
}
