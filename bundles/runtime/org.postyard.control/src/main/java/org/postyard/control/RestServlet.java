package org.postyard.control;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.administration.JobDesk;
import org.postyard.api.administration.LogDesk;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.control.host.Desks;
import org.postyard.control.host.Host;
import org.postyard.control.json.Json;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.ProblemWriter;
import org.postyard.control.problem.Problems;
import org.postyard.control.route.BodyLimit;
import org.postyard.control.settings.ControlConfig;

/**
 * All REST resources as one servlet. Jersey and its container find their parts through the context loader of the thread,
 * so each call sets it to the loader of this bundle, which has the libraries nested in it.
 */
@Component(
        service = {Servlet.class, RestServlet.class},
        configurationPid = "org.postyard.control")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=api)")
@HttpWhiteboardServletName(RestServlet.NAME)
@HttpWhiteboardServletPattern("/v1/*")
@HttpWhiteboardServletAsyncSupported
public final class RestServlet extends HttpServlet {
    static final String NAME = "postyard-control";

    private static final long serialVersionUID = 1L;

    private static final Set<String> SUBMISSIONS = Set.of("/messages", "/messages/batch");
    private static final ProblemException NO_INJECTION = Problems.unavailable(
            "This node takes no mail now: it is starting, or a part of it is not there.", Duration.ofSeconds(10));

    private static final ProblemException UNREADABLE_HEADER = Problems.malformed(
                    "",
                    "Content-Type, Accept or another header cannot be read; a media type is written as type/subtype.")
            .closing();

    private final transient ProblemWriter problems = new ProblemWriter(new Json());
    private final transient ServletContainer jersey;

    @Activate
    public RestServlet(
            ControlConfig config,
            @Reference Host host,
            @Reference PluginDesk plugins,
            @Reference JobDesk jobs,
            @Reference SettingsDesk settings,
            @Reference AccountDesk accounts,
            @Reference LogDesk log) {
        this(new Resources(
                host,
                new Desks(plugins, jobs, settings, accounts, log),
                Clock.systemUTC(),
                new BodyLimit(config.maxBodyBytes(), config.maxPluginBytes())));
    }

    RestServlet(Resources resources) {
        try (OwnLoader own = new OwnLoader()) {
            this.jersey = new ServletContainer(resources.config());
        }
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        try (OwnLoader own = new OwnLoader()) {
            jersey.init(config);
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (submits((HttpServletRequest) request)) {
            problems.send((HttpServletResponse) response, NO_INJECTION.closing());
            return;
        }
        try (OwnLoader own = new OwnLoader()) {
            jersey.service(request, response);
        }
        explain((HttpServletResponse) response);
    }

    /** Jersey itself answers headers that it cannot read, with nothing but a status. */
    private void explain(HttpServletResponse response) throws IOException {
        boolean bare = !response.isCommitted() && response.getContentType() == null;
        if (bare && response.getStatus() == HttpServletResponse.SC_BAD_REQUEST)
            problems.send(response, UNREADABLE_HEADER);
    }

    /** Mail comes here only while the servlet of HTTP injection, whose path this is, is not there: it waits for the engine. */
    private static boolean submits(HttpServletRequest request) {
        return request.getMethod().equals("POST") && SUBMISSIONS.contains(String.valueOf(request.getPathInfo()));
    }

    @Override
    public void destroy() {
        jersey.destroy();
        super.destroy();
    }
}
