package org.postyard.injection.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.api.injection.InjectionResult;
import org.postyard.api.injection.InjectionResult.Accepted;
import org.postyard.api.injection.InjectionResult.Refused;
import org.postyard.api.injection.Submission;
import org.postyard.api.message.Content;
import org.postyard.api.message.Handling;
import org.postyard.injection.http.answer.Answer;
import org.postyard.injection.http.answer.Answers;
import org.postyard.injection.http.answer.Refusal;
import org.postyard.injection.http.mail.BuiltMessage;
import org.postyard.injection.http.mail.MessageBuilder;
import org.postyard.injection.http.mail.OutgoingMessage;
import org.postyard.injection.http.mail.OutgoingMessages;
import org.postyard.injection.http.request.Paths;
import org.postyard.injection.http.request.RawMessage;
import org.postyard.injection.http.request.Wishes;

/** Turns bodies into submissions and the desk's results into answers. Thread-safe; never blocks. */
final class Intake {
    private final InjectionDesk desk;
    private final OutgoingMessages messages;
    private final MessageBuilder builder;
    private final Trace trace;
    private final Answers answers;
    private final int mostBatchMessages;

    Intake(
            InjectionDesk desk,
            OutgoingMessages messages,
            MessageBuilder builder,
            Trace trace,
            Answers answers,
            int mostBatchMessages) {
        this.desk = desk;
        this.messages = messages;
        this.builder = builder;
        this.trace = trace;
        this.answers = answers;
        this.mostBatchMessages = mostBatchMessages;
    }

    /** A message that comes as it is: every byte is kept. */
    CompletableFuture<Answer> raw(RawMessage raw, byte[] body, String client) {
        RawMessage.check(body);
        return submit(raw.sender(), raw.recipients(), raw.handling(), body, client, "");
    }

    /** A message described in JSON. */
    CompletableFuture<Answer> described(byte[] json, String client) {
        return described(messages.one(json), client, "/");
    }

    /** Elements of a batch, unread. */
    List<JsonNode> batch(byte[] json) {
        List<JsonNode> elements = messages.many(json);
        if (elements.size() > mostBatchMessages)
            throw Refusal.of(413, "too-large", "At most " + mostBatchMessages + " messages are accepted in one batch.");
        return elements;
    }

    /** Each element of a batch on its own. */
    CompletableFuture<Answer> each(List<JsonNode> elements, String client) {
        List<CompletableFuture<Answer>> results = new ArrayList<>(elements.size());
        for (int index = 0; index < elements.size(); index++)
            results.add(element("/" + index, elements.get(index), client));
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> answers.batch(
                        results.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Answer> element(String pointer, JsonNode element, String client) {
        try {
            return described(messages.message(element), client, pointer + "/").exceptionally(answers::failed);
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(answers.refused(refusal.within(pointer)));
        }
    }

    private CompletableFuture<Answer> described(OutgoingMessage wanted, String client, String place) {
        Handling handling = new Wishes(wanted::wish, "/").handling();
        BuiltMessage built = builder.build(wanted);
        return submit(built.sender(), built.recipients(), handling, built.bytes(), client, place);
    }

    /** @param place what stands before the name of a field in a pointer to it */
    private CompletableFuture<Answer> submit(
            String sender, List<String> recipients, Handling handling, byte[] message, String client, String place) {
        if (message.length > desk.maxContentBytes()) throw Refusal.tooLarge(desk.maxContentBytes());
        Content content = Content.of(trace.before(message));
        Submission submission = new Submission(Paths.envelope(sender, recipients, content), handling, content, client);
        return desk.submit(submission)
                .thenApply(result -> answerOf(result, place))
                .toCompletableFuture();
    }

    private Answer answerOf(InjectionResult result, String place) {
        return result.fold(new InjectionResult.Cases<>() {
            @Override
            public Answer accepted(Accepted accepted) {
                return answers.accepted(accepted.id());
            }

            @Override
            public Answer refused(Refused refused) {
                return answers.refused(Refusal.of(refused, place));
            }
        });
    }
}
