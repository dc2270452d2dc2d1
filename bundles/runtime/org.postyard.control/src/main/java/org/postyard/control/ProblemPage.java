package org.postyard.control;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.postyard.control.json.Json;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.ProblemMapper;
import org.postyard.control.problem.ProblemWriter;
import org.postyard.control.problem.Problems;

/** Answers every path that nobody serves, and every error of the HTTP container, with a problem document instead of a page. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(|(osgi.http.whiteboard.context.name=api)(osgi.http.whiteboard.context.name=default))")
@HttpWhiteboardServletPattern("/")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx", "java.lang.Throwable"})
public final class ProblemPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient ProblemWriter problems = new ProblemWriter(new Json());

    @Activate
    public ProblemPage() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.send(response, problemOf(request));
    }

    private static ProblemException problemOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure)
            return ProblemMapper.problemOf(failure);
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status != 404)
            return Problems.ofStatus(
                    status, "The request failed", "The request was refused with status " + status + ".");
        return Problems.notFound("Nothing is served here; the API is at /api/v1, described by /api/v1/openapi.json.");
    }
}
