package org.postyard.connector.smtp;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.TlsMode;

/**
 * Where to, from where and how: what an egress path means to this connector.
 *
 * @param hosts to try in this order; at least one
 * @param bind local address; empty leaves it to the system
 * @param relay whether the peer is a relay, so that what it takes is Relayed
 */
record Departure(
        List<HostPort> hosts,
        Optional<InetAddress> bind,
        String ehloName,
        TlsMode tls,
        boolean implicitTls,
        Optional<Login> login,
        boolean authWithoutTls,
        boolean relay) {

    /** Whether an address is of the same family as the source address. */
    boolean reaches(InetAddress target) {
        return bind.isEmpty() || bind.get().getClass() == target.getClass();
    }

    Handshake.Wish wish(HostPort host, TlsMode mode) {
        return new Handshake.Wish(host, ehloName, mode, implicitTls, login, authWithoutTls);
    }
}
