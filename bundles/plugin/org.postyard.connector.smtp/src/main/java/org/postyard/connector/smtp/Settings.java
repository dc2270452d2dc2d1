package org.postyard.connector.smtp;

/**
 * What configuration decides about conversations.
 *
 * @param ehloName empty means the address literal of the local end
 * @param pipelinedChunkBytes largest content that goes in one write with its envelope
 * @param trustedCertificates path of a PEM file; empty means the authorities of the Java runtime
 */
record Settings(
        String ehloName,
        int eventLoopThreads,
        Patience patience,
        boolean pipelining,
        boolean chunking,
        int pipelinedChunkBytes,
        boolean bounceEightBit,
        boolean authWithoutTls,
        String trustedCertificates) {
    static Settings of(SmtpConnectorConfig config) {
        return new Settings(
                config.ehloName(),
                Math.max(1, config.eventLoopThreads()),
                Patience.of(config),
                config.pipelining(),
                config.chunking(),
                config.pipelinedChunkKilobytes() * 1024,
                config.bounceEightBit(),
                config.authWithoutTls(),
                config.trustedCertificates());
    }
}
