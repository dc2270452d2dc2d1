package org.postyard.engine.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Priority;
import org.postyard.api.spool.Counts;
import org.postyard.api.spool.Spool;
import org.postyard.engine.queue.ClassAccount;
import org.postyard.engine.queue.MessageTrack;

class LoaderTest {
    private static final int SIZE_BYTES = 100;

    private final Dispatcher dispatcher = new Dispatcher(() -> {});
    private final ContentRoom room = new ContentRoom(1 << 20);
    private final MessageTrack track = new MessageTrack(
            new MessageId(1),
            new ClassAccount(MessageClass.BULK, Counts.ZERO),
            Priority.NORMAL,
            0,
            Long.MAX_VALUE,
            SIZE_BYTES,
            1);

    @BeforeEach
    void start() {
        dispatcher.start();
    }

    @AfterEach
    void close() {
        dispatcher.close();
    }

    /** A spool whose every call ends like this. */
    private static Spool endingIn(Throwable trouble) {
        return (Spool) Proxy.newProxyInstance(
                Spool.class.getClassLoader(), new Class<?>[] {Spool.class}, (proxy, call, arguments) -> {
                    throw trouble;
                });
    }

    @Test
    void anErrorWhileAMessageIsReadIsToldAndGivesItsRoomBack() throws Exception {
        Loader loader = new Loader(room, endingIn(new OutOfMemoryError("made by the test")), Runnable::run, dispatcher);
        CompletableFuture<String> told = new CompletableFuture<>();
        dispatcher.execute(() -> loader.load(track, hot -> told.complete("loaded"), told::complete));
        assertThat(told.get(20, TimeUnit.SECONDS)).contains("made by the test");
        assertThat(room.usedBytes()).isZero();
    }

    @Test
    void anErrorWhileAMessageIsReadWithoutItsContentIsTold() throws Exception {
        Loader loader = new Loader(room, endingIn(new OutOfMemoryError("made by the test")), Runnable::run, dispatcher);
        CompletableFuture<String> told = new CompletableFuture<>();
        dispatcher.execute(() -> loader.loadMessage(track, message -> told.complete("loaded"), told::complete));
        assertThat(told.get(20, TimeUnit.SECONDS)).contains("made by the test");
    }
}
