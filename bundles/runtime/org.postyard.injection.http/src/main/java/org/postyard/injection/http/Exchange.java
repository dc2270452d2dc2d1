package org.postyard.injection.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postyard.injection.http.answer.Answer;
import org.postyard.injection.http.answer.Refusal;
import org.postyard.injection.http.request.Body;
import org.postyard.injection.http.request.MemoryBudget;
import org.postyard.injection.http.request.RawMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request, from its first byte to its answer. Its steps run one after the other, on threads of the container; only the
 * result comes on a thread of the engine, and is handed back to the container at once. Whoever sets {@link #answered} answers.
 */
final class Exchange implements AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String JSON = "application/json";
    private static final String RAW = "message/rfc822";

    private final HttpInjection injection;
    private final String account;
    private final boolean batch;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String client;
    private final String target;
    private final String contentType;
    private final MemoryBudget.Share memory;
    private final AtomicBoolean answered = new AtomicBoolean();
    private @Nullable Repeats repeats;
    private @Nullable Repeats claimed;
    private @Nullable RawMessage raw;
    private int messages = 1;

    Exchange(
            HttpInjection injection,
            String account,
            boolean batch,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.injection = injection;
        this.account = account;
        this.batch = batch;
        this.request = request;
        this.response = response;
        this.client = request.getRemoteAddr();
        this.target = request.getRequestURI() + "?"
                + Optional.ofNullable(request.getQueryString()).orElse("");
        this.contentType = mediaType(request.getContentType());
        this.memory = injection.memory().share(HttpInjection.copies(contentType.equals(JSON)));
    }

    private static String mediaType(@Nullable String header) {
        if (header == null) return "";
        int parameters = header.indexOf(';');
        return (parameters < 0 ? header : header.substring(0, parameters))
                .trim()
                .toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal for what can be seen without the body */
    void start() throws IOException {
        boolean json = contentType.equals(JSON);
        if (!json && (batch || !contentType.equals(RAW)))
            throw Refusal.of(415, "http-415", "A message is " + JSON + (batch ? "." : " or " + RAW + "."));
        long limitBytes = injection.bodyLimit(batch, json);
        long announcedBytes = request.getContentLengthLong();
        if (announcedBytes > limitBytes + Body.DISCARDED_BYTES) throw Refusal.tooLarge(limitBytes);
        if (!json) raw = RawMessage.of(request, injection.mostRecipients());
        String key = request.getHeader("Idempotency-Key");
        if (key != null) repeats = injection.repeats(account, key);
        if (announcedBytes > 0 && announcedBytes <= limitBytes && !memory.grow(announcedBytes))
            throw MemoryBudget.exhausted();
        AsyncContext async = request.startAsync();
        async.setTimeout(injection.timeout().toMillis());
        async.addListener(this);
        Body body = new Body(request.getInputStream(), announcedBytes, limitBytes, memory);
        body.whole()
                .thenCompose(this::carryOut)
                .whenComplete((answer, failure) -> async.start(() -> {
                    end(async, failure == null ? answer : answerTo(failure));
                }));
        request.getInputStream().setReadListener(body);
    }

    /** Runs on a thread of the container. */
    private CompletableFuture<Answer> carryOut(byte[] body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Exchange.class.getClassLoader());
        try {
            Repeats key = repeats;
            if (key == null) return submit(body);
            Optional<Answer> first = key.firstAnswer(Repeats.digest(target, contentType, body));
            if (first.isPresent()) return CompletableFuture.completedFuture(first.get());
            claimed = key;
            return submit(body);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private CompletableFuture<Answer> submit(byte[] body) {
        if (batch) {
            List<JsonNode> elements = injection.intake().batch(body);
            messages = elements.size();
            injection.takeShare(account, messages);
            return injection.intake().each(elements, client);
        }
        injection.takeShare(account, 1);
        RawMessage envelope = raw;
        return envelope == null
                ? injection.intake().described(body, client)
                : injection.intake().raw(envelope, body, client);
    }

    private Answer answerTo(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof Refusal refusal
                ? injection.answers().refused(refusal)
                : injection.answers().failed(cause);
    }

    private void end(AsyncContext async, Answer answer) {
        memory.release();
        Repeats key = claimed;
        if (key != null) key.end(answer);
        if (!answered.compareAndSet(false, true)) return;
        try {
            injection.count(answer, messages).send(response);
        } catch (IOException e) {
            LOG.debug("The client was gone before its answer: client={}", client);
        } finally {
            async.complete();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        if (!answered.compareAndSet(false, true)) return;
        Refusal late = Refusal.later(
                503,
                "unavailable",
                "The request was not answered in time; it may have been carried out.",
                Duration.ofSeconds(5));
        injection.count(injection.answers().refused(late), messages).send(response);
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
