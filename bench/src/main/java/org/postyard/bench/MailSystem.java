package org.postyard.bench;

import java.io.IOException;

/** A mail system under test, running from construction until it is closed. */
interface MailSystem extends AutoCloseable {
    String name();

    /** Where it takes mail, on loopback. */
    int port();

    /** What it consists of. */
    ProcessTree processes() throws IOException;

    /** How many messages make it warm, so that the next ones are measured at its usual speed. */
    int warmUpMessages();

    @Override
    void close() throws IOException;
}
