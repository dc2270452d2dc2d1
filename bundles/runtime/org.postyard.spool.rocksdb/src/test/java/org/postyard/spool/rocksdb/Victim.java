package org.postyard.spool.rocksdb;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.postyard.api.message.Content;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.testkit.spool.Messages;

/**
 * A process that is going to be killed: accepts messages, settles two of three, and prints what is durable, a line each:
 * {@code + id} for accepted, {@code - id} for removed.
 */
final class Victim {
    private static final int WRITERS = 8;

    private final Messages messages = new Messages(Clock.systemUTC());
    private final Content content;
    private final RocksDbSpool spool;
    private final PrintStream out;

    private Victim(RocksDbSpool spool, PrintStream out) {
        this.spool = spool;
        this.out = out;
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        this.content = Content.of(bytes);
    }

    public static void main(String[] arguments) throws Exception {
        RocksDbSpool spool = new RocksDbSpool(RocksDbSpoolTest.settings(Path.of(arguments[0])));
        Victim victim = new Victim(spool, System.out);
        CompletableFuture<?>[] writers = new CompletableFuture<?>[WRITERS];
        for (int i = 0; i < WRITERS; i++)
            writers[i] = CompletableFuture.runAsync(victim::work, task -> new Thread(task).start());
        CompletableFuture.allOf(writers).join();
    }

    private void work() {
        Deque<Message> kept = new ArrayDeque<>();
        for (long number = 0; ; number++) {
            Message message = messages.message(Handling.DEFAULT, content, "a@example.com");
            spool.accept(messages.arrival(message, content))
                    .toCompletableFuture()
                    .join();
            print('+', message);
            kept.add(message);
            if (number % 3 != 0) settle(kept.remove());
        }
    }

    private void settle(Message message) {
        print('?', message);
        spool.settle(messages.delivered(message, 0, true)).toCompletableFuture().join();
        print('-', message);
    }

    /** One write for a line, so that a kill does not cut it in the middle of another. */
    private void print(char what, Message message) {
        byte[] line = (what + " " + message.id() + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(line, 0, line.length);
        out.flush();
    }
}
