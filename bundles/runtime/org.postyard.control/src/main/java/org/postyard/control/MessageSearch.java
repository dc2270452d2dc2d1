package org.postyard.control;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Lets two bundles share {@code /api/v1/messages}: reading is the control API's and goes to its REST servlet from here, all
 * else goes on to whatever servlet owns the path, which is HTTP injection's if it is installed.
 */
@Component(service = Filter.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=api)")
@HttpWhiteboardFilterPattern("/v1/messages")
@HttpWhiteboardFilterAsyncSupported
public final class MessageSearch implements Filter {
    private final RestServlet rest;

    @Activate
    public MessageSearch(@Reference RestServlet rest) {
        this.rest = rest;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean reading = http.getMethod().equals("GET") || http.getMethod().equals("HEAD");
        if (reading) rest.service(new ForRest(http), response);
        else chain.doFilter(request, response);
    }

    /** The request as the REST servlet would get it if the path were its own. */
    private static final class ForRest extends HttpServletRequestWrapper {
        ForRest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getServletPath() {
            return "/v1";
        }

        @Override
        public String getPathInfo() {
            return "/messages";
        }
    }
}
