package org.postyard.control.route;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.postyard.control.problem.Problems;

/** Refuses bodies beyond a number of bytes, by their Content-Length or, if they are chunked, while they are read. */
public final class BodyLimit implements ContainerRequestFilter {
    private static final String UPLOADS = "plugins";

    private final long bodyBytes;
    private final long uploadBytes;

    public BodyLimit(long bodyBytes, long uploadBytes) {
        this.bodyBytes = bodyBytes;
        this.uploadBytes = uploadBytes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean upload = request.getUriInfo().getPath().startsWith(UPLOADS);
        long limitBytes = upload ? uploadBytes : bodyBytes;
        if (request.getLength() > limitBytes) throw Problems.tooLarge(limitBytes);
        request.setEntityStream(new Limited(request.getEntityStream(), limitBytes));
    }

    /** Counts what is read and ends the request when it is too much. */
    private static final class Limited extends FilterInputStream {
        private final long limitBytes;
        private long readBytes;

        Limited(InputStream body, long limitBytes) {
            super(body);
            this.limitBytes = limitBytes;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) count(1);
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count > 0) count(count);
            return count;
        }

        private void count(int bytes) {
            readBytes += bytes;
            if (readBytes > limitBytes) throw Problems.tooLarge(limitBytes);
        }
    }
}
