package org.postyard.control.route;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what an answer left of its request's body before the answer goes out. Many clients listen only after they have
 * sent all; and the container ends a connection with octets left in it without having said so, which the client's next
 * request over it would not survive (RFC 9112, section 9.3). Only a body with more than a megabyte left ends its
 * connection, and the answer says so.
 */
@PreMatching
public final class BodyRemainder implements ContainerRequestFilter, ContainerResponseFilter {
    private static final int DISCARDED_BYTES = 1_048_576;
    private static final String BODY = BodyRemainder.class.getName();

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BODY, request.getEntityStream());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BODY) instanceof InputStream body && !endsSoon(body))
            response.getHeaders().putSingle("Connection", "close");
    }

    private static boolean endsSoon(InputStream body) {
        byte[] discarded = new byte[8 * 1024];
        int left = DISCARDED_BYTES;
        try {
            while (left > 0) {
                int count = body.read(discarded);
                if (count < 0) return true;
                left -= count;
            }
        } catch (IOException gone) {
            return false;
        }
        return false;
    }
}
