package org.postyard.control;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.postyard.api.access.Caller;
import org.postyard.control.metric.RequestCounts;
import org.postyard.control.view.AddressMask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts every answer of the context {@code api}, and logs it with client, caller, route, status and duration: at INFO what
 * changes something or fails, at DEBUG what was only read or submitted.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=1000")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=api)")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class AccessLog implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String MESSAGES = "/api/v1/messages";

    private final RequestCounts counts;

    @Activate
    public AccessLog(@Reference RequestCounts counts) {
        this.counts = counts;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Entry entry = new Entry((HttpServletRequest) request, (HttpServletResponse) response, System.nanoTime());
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) request.getAsyncContext().addListener(entry);
            else entry.write();
        }
    }

    /** One request; it is written when its answer is complete. */
    private final class Entry implements AsyncListener {
        private final String client;
        private final String caller;
        private final String method;
        private final String path;
        private final HttpServletResponse response;
        private final long startNanos;

        Entry(HttpServletRequest request, HttpServletResponse response, long startNanos) {
            this.client = request.getRemoteAddr();
            this.caller = request.getAttribute(Caller.REQUEST_ATTRIBUTE) instanceof Caller known ? known.name() : "-";
            this.method = request.getMethod();
            this.path = request.getRequestURI();
            this.response = response;
            this.startNanos = startNanos;
        }

        void write() {
            int status = response.getStatus();
            long nanos = System.nanoTime() - startNanos;
            counts.answered(method, status, nanos);
            boolean routine = status < 400 && (method.equals("GET") || path.startsWith(MESSAGES));
            if (routine && !LOG.isDebugEnabled()) return;
            String line = "client=" + client + " caller=" + caller + " method=" + method + " path="
                    + AddressMask.hide(path.replace("%40", "@")) + " status=" + status + " millis="
                    + nanos / 1_000_000;
            if (routine) LOG.debug("Request: {}", line);
            else LOG.info("Request: {}", line);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            write();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
