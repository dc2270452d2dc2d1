package org.postyard.control.route;

import static org.postyard.api.access.Operation.CHANGE_SETTINGS;
import static org.postyard.api.access.Operation.READ_LOG;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.postyard.api.administration.LogDesk;
import org.postyard.api.administration.LogDesk.Level;
import org.postyard.api.administration.LogDesk.Query;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Desks;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.AdminViews;
import org.postyard.protocol.LogPage;
import org.postyard.protocol.LoggerChange;
import org.postyard.protocol.LoggerView;

/** The log of the node. */
@Path("/log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "log")
public final class LogRoutes {
    private static final int MOST_LINES = 5_000;
    private final LogDesk desk;

    public LogRoutes(Desks desks) {
        this.desk = desks.log();
    }

    @GET
    @Allowed(READ_LOG)
    @Operation(summary = "The newest lines that match, or, to follow, those after a sequence; the oldest first")
    public LogPage log(
            @QueryParam("after")
                    @Parameter(description = "lastSequence of the page before; the newest lines if absent")
                    @Nullable
                    Long after,
            @QueryParam("level") @DefaultValue("info") @Parameter(description = "Least grave level that is wanted")
                    String level,
            @QueryParam("logger") @DefaultValue("") @Parameter(description = "Start of the logger's name")
                    String logger,
            @QueryParam("text") @DefaultValue("") @Parameter(description = "Part of the message") String text,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return AdminViews.of(desk.lines(new Query(
                after == null ? OptionalLong.empty() : OptionalLong.of(after),
                levelOf("level", level),
                logger,
                text,
                Required.between("limit", limit, 1, MOST_LINES))));
    }

    @GET
    @Path("/loggers")
    @Allowed(READ_LOG)
    @Operation(summary = "Loggers that have a level of their own; ROOT is that of all others")
    public List<LoggerView> loggers() {
        return desk.levels().entrySet().stream()
                .map(entry ->
                        new LoggerView(entry.getKey(), entry.getValue().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @PUT
    @Path("/loggers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(CHANGE_SETTINGS)
    @Operation(summary = "Sets the level of a logger; 'default' gives it that of its parent again")
    public List<LoggerView> changeLogger(LoggerChange change, @Context SecurityContext security) {
        String name = Required.text("/name", Required.body(change).name());
        String level = Required.text("/level", change.level());
        Optional<Level> wanted = level.equals("default") ? Optional.empty() : Optional.of(levelOf("/level", level));
        if (wanted.isEmpty() && name.equals("ROOT"))
            throw Problems.invalid("/level", "ROOT has no parent whose level it could get.");
        desk.setLevel(name, wanted, Callers.nameOf(security));
        return loggers();
    }

    private static Level levelOf(String pointer, String word) {
        for (Level level : Level.values())
            if (level.name().toLowerCase(Locale.ROOT).equals(word)) return level;
        throw Problems.invalid(pointer, "'" + word + "' is none of error, warn, info, debug, trace.");
    }
}
