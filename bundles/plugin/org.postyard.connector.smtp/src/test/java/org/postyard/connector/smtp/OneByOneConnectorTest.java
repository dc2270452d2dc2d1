package org.postyard.connector.smtp;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.postyard.api.delivery.Connector;
import org.postyard.testkit.delivery.ConnectorContract;

/** The contract with a peer without extensions. */
class OneByOneConnectorTest implements ConnectorContract {
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
        return List.of("ENHANCEDSTATUSCODES");
    }
}
