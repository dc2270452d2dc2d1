package org.postyard.connector.smtp;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.fleet.Credential;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.SecretSource;

/** Reads from an egress path where to go, or finds out why our own side cannot. */
final class DeparturePlanner {
    /** Setting of a source: {@code true} if TLS begins with the connection (port 465, RFC 8314). */
    static final String IMPLICIT_TLS = "implicitTls";
    /** Setting of a source: {@code true} if its credential may go over a connection without TLS. */
    static final String AUTH_WITHOUT_TLS = "authWithoutTls";

    private final Settings settings;
    private final SecretSource secrets;

    DeparturePlanner(Settings settings, SecretSource secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** What came of planning: a departure, or what to tell the caller. */
    record Plan(Optional<Departure> departure, ConnectResult.Unusable obstacle) {
        static Plan go(Departure departure) {
            return new Plan(Optional.of(departure), new ConnectResult.Unusable(""));
        }

        static Plan stay(String reason) {
            return new Plan(Optional.empty(), new ConnectResult.Unusable(reason));
        }
    }

    Plan plan(EgressPath path) {
        EgressSource source = path.source();
        List<HostPort> hosts = source.nextHop().map(List::of).orElse(path.site().hosts());
        if (hosts.isEmpty()) return Plan.stay("site " + path.site().name() + " has no hosts");
        Optional<InetAddress> bind = Optional.empty();
        if (!source.bindAddress().isEmpty()) {
            bind = address(source.bindAddress());
            if (bind.isEmpty()) return Plan.stay("bind address '" + source.bindAddress() + "' is not an IP address");
        }
        Optional<Login> login = Optional.empty();
        if (source.credential().isPresent()) {
            login = login(source.credential().get());
            if (login.isEmpty())
                return Plan.stay(
                        "there is no secret at " + source.credential().get().secret());
        }
        return Plan.go(new Departure(
                hosts,
                bind,
                source.ehloName().isEmpty() ? settings.ehloName() : source.ehloName(),
                source.tls(),
                Boolean.parseBoolean(source.settings().getOrDefault(IMPLICIT_TLS, "false")),
                login,
                settings.authWithoutTls()
                        || Boolean.parseBoolean(source.settings().getOrDefault(AUTH_WITHOUT_TLS, "false")),
                source.nextHop().isPresent() || path.site().name().equals(DestinationSite.ANY)));
    }

    private Optional<Login> login(Credential credential) {
        return secrets.resolve(credential.secret()).map(secret -> new Login(credential.user(), secret));
    }

    private static Optional<InetAddress> address(String literal) {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(literal);
        if (octets == null) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByAddress(octets));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
