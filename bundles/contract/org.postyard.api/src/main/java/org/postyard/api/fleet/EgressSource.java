package org.postyard.api.fleet;

import java.util.Map;
import java.util.Optional;

/**
 * One way out of a SendingServer: a bound IP address with its EHLO name, a relay, or an API credential.
 *
 * @param id unique in the fleet
 * @param server id of the server that it belongs to
 * @param connector id of the connector that works it, for example {@code smtp}
 * @param nextHop fixed peer; empty means the MX hosts of the recipient
 * @param bindAddress local IP address for outgoing connections; empty leaves it to the system
 * @param ehloName name given in EHLO (RFC 5321 §4.1.1.1); empty leaves it to the connector
 * @param credential user and secret reference; empty for none
 * @param settings what only its connector understands, by the connector's documented keys
 */
public record EgressSource(
        String id,
        String server,
        String connector,
        Optional<HostPort> nextHop,
        String bindAddress,
        String ehloName,
        TlsMode tls,
        Optional<Credential> credential,
        Map<String, String> settings) {
    public EgressSource {
        settings = Map.copyOf(settings);
    }
}
