package org.postyard.injection.smtp;

import io.netty.handler.ssl.SslContext;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.api.memory.HeapShare;
import org.postyard.api.operation.MetricSource;
import org.postyard.injection.smtp.content.MemoryBudget;
import org.postyard.injection.smtp.conversation.ConnectionTable;
import org.postyard.injection.smtp.conversation.Counters;
import org.postyard.injection.smtp.conversation.Services;
import org.postyard.injection.smtp.conversation.Settings;
import org.postyard.injection.smtp.login.LoginBrake;
import org.postyard.injection.smtp.login.Networks;
import org.postyard.injection.smtp.login.RealmAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts mail by SMTP and hands it to the injection desk. A change of its configuration replaces it as a whole. */
@Component(service = MetricSource.class, immediate = true, configurationPid = "org.postyard.injection.smtp")
@Designate(ocd = Config.class)
public final class SmtpInjection implements MetricSource {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpInjection.class);
    /** Room for the trace header that is added to a message of the announced size. */
    private static final int TRACE_HEADER_BYTES = 1024;

    private static final int LOGIN_THREADS = 4;
    private static final int MAX_DEFAULT_THREADS = 4;

    private final Config config;
    private final Counters counters = new Counters();
    private final MemoryBudget budget;
    private final ConnectionTable connections;
    private final RealmAccounts accounts;
    private final Optional<SslContext> tls;
    private final Listener listener;

    /** @throws IllegalArgumentException that names the setting, if one is malformed */
    @Activate
    public SmtpInjection(Config config, @Reference InjectionDesk desk) {
        checkPort("port", config.port(), -1);
        checkPort("tlsPort", config.tlsPort(), 0);
        this.config = config;
        this.budget = new MemoryBudget(HeapShare.SMTP_BODIES.bytesOr((long) config.bodyMemoryMegabytes() << 20));
        this.connections = new ConnectionTable(config.maxConnections());
        Networks trusted = Networks.of(config.trustedNetworks());
        this.accounts = new RealmAccounts(config.realm(), LOGIN_THREADS);
        this.tls = Keystore.load(config.keystore(), config.keystorePassword());
        Clock clock = Clock.systemUTC();
        LoginBrake brake =
                new LoginBrake(clock, config.maxLoginFailures(), Duration.ofSeconds(config.loginPenaltySeconds()));
        Services services = new Services(desk, settings(config, desk), accounts, brake, budget, counters, tls);
        this.listener = new Listener(
                services,
                new Listener.Admission(
                        trusted, config.maxConnectionsPerClient(), config.maxConnectionsPerTrustedClient()),
                connections,
                Transport.open(threads(config.threads())),
                clock);
    }

    private static Settings settings(Config config, InjectionDesk desk) {
        return new Settings(
                config.hostName(),
                Math.min(config.maxMessageBytes(), desk.maxContentBytes() - TRACE_HEADER_BYTES),
                config.maxRecipients(),
                config.maxCommandLineBytes(),
                config.maxBadCommands(),
                config.maxIdleCommands(),
                config.maxLoginFailures(),
                Duration.ofSeconds(config.idleTimeoutSeconds()),
                Duration.ofSeconds(config.dataGraceSeconds()),
                config.minDataBytesPerSecond(),
                config.maxReceivedHeaders(),
                Duration.ofSeconds(config.memoryPatienceSeconds()));
    }

    private static void checkPort(String setting, int port, int least) {
        if (port < least || port > 65_535)
            throw new IllegalArgumentException("setting " + setting + ": '" + port + "' is not a port");
    }

    private static int threads(int configured) {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        return configured > 0 ? configured : Math.max(1, Math.min(MAX_DEFAULT_THREADS, half));
    }

    /** Begins to listen. */
    @Activate
    void start() {
        if (config.port() >= 0) listener.listen(config.host(), config.port(), false, "port");
        if (config.tlsPort() == 0) return;
        if (tls.isPresent()) listener.listen(config.host(), config.tlsPort(), true, "tlsPort");
        else LOG.error("not listening with TLS: no usable keystore settings=tlsPort,keystore,keystorePassword");
    }

    /** Ends gracefully: messages under way get their reply first. */
    @Deactivate
    void stop() {
        listener.stop(Duration.ofSeconds(config.drainSeconds()));
        accounts.close();
    }

    /** Ports that are listened on at this moment. */
    List<Integer> ports() {
        return listener.ports();
    }

    @Override
    public Map<String, Double> measurements() {
        Map<String, Double> all = new LinkedHashMap<>(counters.measurements());
        all.put("postyard_smtp_connections_open", (double) connections.open());
        all.put("postyard_smtp_body_memory_bytes", (double) budget.usedBytes());
        all.put("postyard_smtp_listening_sockets", (double) listener.ports().size());
        return all;
    }
}
