package org.postyard.connector.smtp;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.File;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.postyard.api.fleet.HostPort;

/** The two kinds of TLS that a client speaks: with any certificate (RFC 7435), and with one that names the peer. */
final class TlsContexts {
    private final SslContext opportunistic;
    private final SslContext verified;

    /** @throws SSLException if the trusted certificates cannot be read */
    TlsContexts(Settings settings) throws SSLException {
        opportunistic = SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build();
        SslContextBuilder builder = SslContextBuilder.forClient();
        if (!settings.trustedCertificates().isEmpty()) builder.trustManager(new File(settings.trustedCertificates()));
        verified = builder.build();
    }

    SslHandler handler(ByteBufAllocator allocator, HostPort peer, boolean verify) {
        SslHandler handler = (verify ? verified : opportunistic).newHandler(allocator, peer.host(), peer.port());
        SSLEngine engine = handler.engine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(verify ? "HTTPS" : "");
        engine.setSSLParameters(parameters);
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }
}
