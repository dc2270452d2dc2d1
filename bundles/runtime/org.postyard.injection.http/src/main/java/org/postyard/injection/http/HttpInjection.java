package org.postyard.injection.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Operation;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.api.memory.HeapShare;
import org.postyard.api.operation.MetricSource;
import org.postyard.injection.http.answer.Answer;
import org.postyard.injection.http.answer.Answers;
import org.postyard.injection.http.answer.Refusal;
import org.postyard.injection.http.mail.MessageBuilder;
import org.postyard.injection.http.mail.OutgoingMessages;
import org.postyard.injection.http.request.AccountRates;
import org.postyard.injection.http.request.Discarded;
import org.postyard.injection.http.request.MemoryBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/v1/messages} and {@code /api/v1/messages/batch}. Who calls is found out by the context {@code api}; what
 * is read, built and waited for is the business of one {@link Exchange} each. No thread waits for a client or for the spool.
 */
@Component(
        service = {Servlet.class, MetricSource.class},
        configurationPid = "org.postyard.injection.http")
@Designate(ocd = HttpInjectionConfig.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=api)")
@HttpWhiteboardServletPattern({HttpInjection.MESSAGES, HttpInjection.BATCH})
@HttpWhiteboardServletAsyncSupported
public final class HttpInjection extends HttpServlet implements MetricSource {
    static final String MESSAGES = "/v1/messages";
    static final String BATCH = "/v1/messages/batch";
    private static final int RAW_COPIES = 2;
    private static final int JSON_COPIES = 6;
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(HttpInjection.class);

    private final transient HttpInjectionConfig config;
    private final transient InjectionDesk desk;
    private final transient Answers answers = new Answers();
    private final transient AccountRates rates;
    private final transient MemoryBudget memory;
    private final transient Intake intake;
    private final transient LongAdder accepted = new LongAdder();
    private final transient LongAdder refused = new LongAdder();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable IdempotencyKeys keys;

    @Activate
    public HttpInjection(HttpInjectionConfig config, @Reference InjectionDesk desk) {
        this.config = config;
        this.desk = desk;
        Clock clock = Clock.systemUTC();
        this.rates = new AccountRates(System::nanoTime, config.messagesPerSecond(), config.burstMessages());
        this.memory = new MemoryBudget(HeapShare.HTTP_BODIES.bytesOr(config.maxBodyMemoryBytes()));
        this.intake = new Intake(
                desk,
                new OutgoingMessages(Math.max(config.maxBatchBytes(), jsonBytes())),
                new MessageBuilder(clock, config.hostName(), config.maxRecipients()),
                new Trace(clock, config.hostName()),
                answers,
                config.maxBatchMessages());
    }

    /** For a container without services of its own. */
    void remember(IdempotencyKeys newKeys) {
        this.keys = newKeys;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!request.getMethod().equals("POST")) {
                // Reading is the control API's, which shares the path.
                response.setHeader("Allow", request.getServletPath().equals(BATCH) ? "POST" : "GET, POST");
                throw Refusal.of(405, "http-405", "Messages are submitted with POST.");
            }
            Caller caller = submitter(request);
            desk.refusalNow().ifPresent(refusal -> {
                throw Refusal.of(refusal);
            });
            boolean batch = request.getServletPath().equals(BATCH);
            new Exchange(this, caller.name(), batch, request, response).start();
        } catch (Refusal refusal) {
            refuse(count(answers.refused(refusal), 1), request, response);
        }
    }

    /** Answers at the end of a body that would have been welcome as such; a longer or an unannounced one is not read. */
    private void refuse(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long bytes = request.getContentLengthLong();
        boolean clientListens = request.getHeader("Expect") != null;
        if (bytes <= 0 || bytes > desk.maxContentBytes() || clientListens) {
            // What is left of a body makes the connection useless for another request.
            if (bytes != 0) response.setHeader("Connection", "close");
            answer.send(response);
            return;
        }
        AsyncContext async = request.startAsync();
        async.setTimeout(timeout().toMillis());
        Discarded body = new Discarded(request.getInputStream());
        body.ended().whenComplete((nothing, failure) -> {
            try {
                if (failure == null) answer.send(response);
            } catch (IOException e) {
                LOG.debug("The client was gone before its refusal");
            } finally {
                async.complete();
            }
        });
        request.getInputStream().setReadListener(body);
    }

    private static Caller submitter(HttpServletRequest request) {
        if (!(request.getAttribute(Caller.REQUEST_ATTRIBUTE) instanceof Caller caller))
            throw Refusal.of(401, "unauthenticated", "This route needs an account or an API key.");
        if (caller.may(Operation.SUBMIT_MAIL)) return caller;
        throw Refusal.of(
                403, "forbidden", "'" + caller.name() + "' has no role that may do " + Operation.SUBMIT_MAIL + ".");
    }

    /** Takes messages from the share of an account. */
    void takeShare(String account, int messages) {
        Optional<Duration> wait = rates.take(account, messages);
        if (wait.isPresent())
            throw Refusal.later(429, "too-many-requests", "This account may submit no more now.", wait.get());
    }

    Repeats repeats(String account, String key) {
        IdempotencyKeys store = keys;
        if (store == null)
            throw Refusal.later(503, "unavailable", "Idempotency keys cannot be kept now.", Duration.ofSeconds(5));
        return new Repeats(store, account, key);
    }

    /** Counts an answer that stands for so many messages. */
    Answer count(Answer answer, int messages) {
        (answer.status() < 300 ? accepted : refused).add(messages);
        return answer;
    }

    /** Most bytes of a body: base 64 makes attachments a third larger, and JSON needs some room of its own. */
    long bodyLimit(boolean batch, boolean json) {
        long wanted = batch ? config.maxBatchBytes() : json ? jsonBytes() : desk.maxContentBytes();
        return Math.min(wanted, memory.largestBody(copies(json)));
    }

    /** How often a body is in memory: once more with its trace header, or as the text, the tree and the message that JSON turns into. */
    static int copies(boolean json) {
        return json ? JSON_COPIES : RAW_COPIES;
    }

    private int jsonBytes() {
        return (int) Math.min(Integer.MAX_VALUE - 8L, desk.maxContentBytes() * 4L / 3 + 65_536);
    }

    Intake intake() {
        return intake;
    }

    Answers answers() {
        return answers;
    }

    MemoryBudget memory() {
        return memory;
    }

    int mostRecipients() {
        return config.maxRecipients();
    }

    Duration timeout() {
        return Duration.ofSeconds(config.requestTimeoutSeconds());
    }

    @Override
    public Map<String, Double> measurements() {
        return Map.of(
                "postyard_http_messages_total{result=\"accepted\"}", (double) accepted.sum(),
                "postyard_http_messages_total{result=\"refused\"}", (double) refused.sum(),
                "postyard_http_body_memory_bytes", (double) memory.usedBytes());
    }
}
