package org.postyard.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;
import org.postyard.api.access.Caller;
import org.postyard.control.access.Authenticator;
import org.postyard.control.access.JaasRealm;
import org.postyard.control.access.Lockout;
import org.postyard.control.access.VerifiedPasswords;
import org.postyard.control.account.AccountChanges;
import org.postyard.control.host.Host;
import org.postyard.control.json.Json;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.ProblemMapper;
import org.postyard.control.problem.ProblemWriter;
import org.postyard.control.settings.ControlConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP context {@code /api}: every servlet in it, also of other bundles, sees only requests whose caller is known, with
 * the {@link Caller} as a request attribute. What the caller may do is checked by the servlets.
 */
@Component(service = ServletContextHelper.class, configurationPid = "org.postyard.control")
@Designate(ocd = ControlConfig.class)
@HttpWhiteboardContext(name = ApiContext.NAME, path = ApiContext.PATH)
public final class ApiContext extends ServletContextHelper {
    public static final String NAME = "api";
    public static final String PATH = "/api";
    /** The one path that needs no account. */
    public static final String LIVENESS = PATH + "/v1/health/live";

    private static final Logger LOG = LoggerFactory.getLogger(ApiContext.class);

    private final Authenticator authenticator;
    private final ProblemWriter problems = new ProblemWriter(new Json());

    @Activate
    public ApiContext(ControlConfig config, @Reference Host host, @Reference AccountChanges changes) {
        this(authenticator(config, host, changes));
    }

    ApiContext(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    private static Authenticator authenticator(ControlConfig config, Host host, AccountChanges changes) {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        Clock clock = Clock.systemUTC();
        return new Authenticator(
                new JaasRealm(config.realm()),
                host::keys,
                new VerifiedPasswords(salt, clock, Duration.ofSeconds(config.passwordCacheSeconds()), changes::count),
                new Lockout(clock, config.failedLoginsAllowed(), Duration.ofSeconds(config.lockoutSeconds())));
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals(LIVENESS)) return true;
        try {
            Optional<String> authorization = Optional.ofNullable(request.getHeader("Authorization"));
            Caller caller = authenticator.authenticate(authorization, request.getRemoteAddr());
            request.setAttribute(Caller.REQUEST_ATTRIBUTE, caller);
            request.setAttribute(REMOTE_USER, caller.name());
            return true;
        } catch (RuntimeException e) {
            ProblemException problem = ProblemMapper.problemOf(e);
            LOG.info(
                    "Request refused: client={} method={} status={}",
                    request.getRemoteAddr(),
                    request.getMethod(),
                    problem.problem().status());
            problems.send(response, hasBody(request) ? problem.closing() : problem);
            return false;
        }
    }

    /** Whoever is refused may still be sending, and would otherwise be read to the end. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
