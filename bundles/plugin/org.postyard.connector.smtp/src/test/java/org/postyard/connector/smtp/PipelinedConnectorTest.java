package org.postyard.connector.smtp;

import org.junit.jupiter.api.AfterEach;
import org.postyard.api.delivery.Connector;
import org.postyard.testkit.delivery.ConnectorContract;

/** The contract with a peer with PIPELINING. */
class PipelinedConnectorTest implements ConnectorContract {
    private final SmtpConnector connector = Trial.connector(Trial.SETTINGS);

    @AfterEach
    void stop() {
        connector.deactivate();
    }

    @Override
    public Connector connector() {
        return connector;
    }
}
