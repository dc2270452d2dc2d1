package org.postyard.injection.smtp.conversation;

import io.netty.handler.ssl.SslContext;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.postyard.injection.smtp.content.BodyBuffer;
import org.postyard.injection.smtp.reply.Reply;

/** What a dialogue can do to the connection it is held over. */
interface Wire {
    /** Sends a reply; one that closes ends the conversation. */
    void reply(Reply reply);

    /** Reads message data next, up to its final dot. */
    void receiveData(BodyBuffer body);

    /** Reads so many octets next. */
    void receiveChunk(BodyBuffer body, long octets);

    /** Reads so many octets next and forgets them. */
    void skipChunk(long octets);

    /** Reads nothing more until the stage completes, and then goes on with its result on the event loop. */
    <T> void await(CompletionStage<T> stage, T ifBroken, Consumer<T> next);

    /** Whether the client has said more already. */
    boolean hasMoreInput();

    /** Encrypts everything from here on. */
    void startTls(SslContext context);

    /** Ends the conversation after what has been said. */
    void end();
}
