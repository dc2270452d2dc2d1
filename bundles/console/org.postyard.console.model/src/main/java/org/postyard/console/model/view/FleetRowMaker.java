package org.postyard.console.model.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/** Makes lines of the fleet and judges how bad each is. */
final class FleetRowMaker {
    private final Thresholds thresholds;
    private final Figures figures;

    FleetRowMaker(Thresholds thresholds, Figures figures) {
        this.thresholds = thresholds;
        this.figures = figures;
    }

    FleetRow server(ServerView server) {
        Severity byState =
                switch (server.state()) {
                    case "active" -> Severity.OK;
                    case "draining", "maintenance" -> Severity.NOTICE;
                    case "down" -> Severity.CRITICAL;
                    default -> Severity.UNKNOWN;
                };
        boolean active = server.state().equals("active");
        Severity byShares =
                active ? ofShares(server.attempts(), server.bounceShare(), server.deferralShare()) : Severity.OK;
        String shares = byShares == Severity.OK ? "" : sharesText(server.bounceShare(), server.deferralShare());
        return new FleetRow(
                FleetRow.Kind.SERVER,
                server.id(),
                server.site(),
                byState.worse(byShares),
                server.state(),
                joined(server.reason(), shares),
                server.role(),
                server.perSecond(),
                server.connections(),
                server.inFlight(),
                server.ready(),
                server.oldestReady(),
                server.deliveryShare(),
                server.deferralShare(),
                server.bounceShare(),
                server.latencyMillis(),
                server.sources());
    }

    FleetRow source(SourceView source) {
        Severity byShares = ofShares(source.attempts(), source.bounceShare(), source.deferralShare());
        String shares = byShares == Severity.OK ? "" : sharesText(source.bounceShare(), source.deferralShare());
        return new FleetRow(
                FleetRow.Kind.SOURCE,
                source.id(),
                source.server(),
                (source.open() ? Severity.OK : Severity.NOTICE).worse(byShares),
                source.open() ? "open" : "closed",
                joined(source.reason(), shares),
                detailOf(source),
                source.perSecond(),
                source.connections(),
                source.inFlight(),
                source.ready(),
                source.oldestReady(),
                source.deliveryShare(),
                source.deferralShare(),
                source.bounceShare(),
                source.latencyMillis(),
                0);
    }

    /** A site is as bad as the worst of its servers; its shares weigh each server by its rate. */
    FleetRow site(String id, List<FleetRow> servers) {
        Severity worst = Severity.OK;
        double perSecond = 0;
        long connections = 0;
        long inFlight = 0;
        long ready = 0;
        long active = 0;
        for (FleetRow server : servers) {
            worst = worst.worse(server.severity());
            perSecond += server.perSecond();
            connections += server.connections();
            inFlight += server.inFlight();
            ready += server.ready();
            if (server.state().equals("active")) active++;
        }
        String state = active + " of " + servers.size() + " active";
        return new FleetRow(
                FleetRow.Kind.SITE,
                id,
                "",
                worst,
                state,
                reasonOfSite(servers, worst),
                "",
                perSecond,
                connections,
                inFlight,
                ready,
                oldest(servers),
                mean(servers, FleetRow::deliveryShare),
                mean(servers, FleetRow::deferralShare),
                mean(servers, FleetRow::bounceShare),
                mean(servers, FleetRow::latencyMillis),
                servers.size());
    }

    private static Optional<Instant> oldest(List<FleetRow> servers) {
        return servers.stream().map(FleetRow::oldest).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static String reasonOfSite(List<FleetRow> servers, Severity worst) {
        if (worst == Severity.OK) return "";
        List<FleetRow> bad =
                servers.stream().filter(row -> row.severity() == worst).toList();
        FleetRow first = bad.get(0);
        String others = bad.size() == 1 ? "" : " and " + (bad.size() - 1) + " more";
        return first.id() + others + ": " + first.reason();
    }

    private static Optional<Double> mean(List<FleetRow> rows, Function<FleetRow, Optional<Double>> number) {
        double sum = 0;
        double weights = 0;
        for (FleetRow row : rows) {
            Optional<Double> value = number.apply(row);
            if (value.isEmpty()) continue;
            double weight = row.perSecond() + 0.001;
            sum += value.get() * weight;
            weights += weight;
        }
        return weights == 0 ? Optional.empty() : Optional.of(sum / weights);
    }

    /** Of few attempts a share says nothing. */
    private Severity ofShares(long attempts, Optional<Double> bounces, Optional<Double> deferrals) {
        if (attempts < thresholds.leastAttempts()) return Severity.OK;
        return thresholds
                .ofBounces(bounces.orElse(Double.NaN))
                .worse(thresholds.ofDeferrals(deferrals.orElse(Double.NaN)));
    }

    private String sharesText(Optional<Double> bounces, Optional<Double> deferrals) {
        boolean byBounces = thresholds
                        .ofBounces(bounces.orElse(Double.NaN))
                        .compareTo(thresholds.ofDeferrals(deferrals.orElse(Double.NaN)))
                >= 0;
        return byBounces
                ? figures.share(bounces) + " of the attempts of the last minute bounced."
                : figures.share(deferrals) + " of the attempts of the last minute were deferred.";
    }

    private static String detailOf(SourceView source) {
        if (!source.nextHop().isEmpty()) return source.connector() + " to " + source.nextHop();
        return source.bindAddress().isEmpty()
                ? source.connector()
                : source.connector() + " from " + source.bindAddress();
    }

    private static String joined(String some, String more) {
        if (some.isEmpty() || more.isEmpty()) return some + more;
        return some.endsWith(".") ? some + " " + more : some + ". " + more;
    }
}
