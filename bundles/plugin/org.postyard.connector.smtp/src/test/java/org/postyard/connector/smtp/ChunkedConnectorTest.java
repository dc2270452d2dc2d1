package org.postyard.connector.smtp;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.postyard.api.delivery.Connector;
import org.postyard.testkit.delivery.ConnectorContract;

/** The contract with a peer with CHUNKING and PIPELINING. */
class ChunkedConnectorTest implements ConnectorContract {
    private final SmtpConnector connector = Trial.connector(Trial.SETTINGS);

    @AfterEach
    void stop() {
        connector.deactivate();
    }

    @Override
    public Connector connector() {
        return connector;
    }

    @Override
    public List<String> peerOffers() {
        return List.of("PIPELINING", "CHUNKING", "8BITMIME", "ENHANCEDSTATUSCODES");
    }
}
