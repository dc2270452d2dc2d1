package org.postyard.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.suppression.Suppression;
import org.postyard.testkit.store.JournalQuestion;

/** Measures the store, by hand: URL, user, rows in a round, rounds, rows in a batch. Prints to the standard output. */
final class StoreBenchmark {
    private static final int SUPPRESSIONS = 200_000;

    private StoreBenchmark() {}

    public static void main(String[] arguments) {
        DatabaseSettings settings =
                new DatabaseSettings(arguments[0], arguments[1], new SecretReference(""), 6, Duration.ofSeconds(5), 0);
        int rows = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        int batch = Integer.parseInt(arguments[4]);
        try (StoreServices services = StoreServices.open(settings, Clock.systemUTC())) {
            for (int round = 0; round < rounds; round++) append(services, round, rows, batch);
            long last = services.journal().lastSequence();
            for (int repeat = 0; repeat < 2; repeat++) questions(services, last);
            remove(services, rows / 2);
            suppressions(services);
        }
    }

    private static void append(StoreServices services, int round, int rows, int batch) {
        long wall = System.nanoTime();
        long cpu = processCpu();
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (long first = (long) round * rows; first < (round + 1L) * rows; first += batch) {
            List<DeliveryEvent> events = new ArrayList<>(batch);
            for (long i = first; i < first + batch; i++) events.add(event(i + 1));
            services.journal().append(events);
        }
        wall = System.nanoTime() - wall;
        cpu = processCpu() - cpu;
        own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own;
        print(
                "append round %d: %,.0f rows/s, %.1f us CPU of this process per row, %.1f of it in the calling thread",
                round, rows * 1e9 / wall, cpu / 1e3 / rows, own / 1e3 / rows);
    }

    private static void questions(StoreServices services, long last) {
        question(services, "newest 100", JournalQuestion.all().newestFirst().limit(100));
        question(services, "message", JournalQuestion.all().message(message(last / 2)));
        question(services, "recipient, once in all", JournalQuestion.all().recipient(recipient(last / 2)));
        question(services, "recipient, never", JournalQuestion.all().recipient("nobody@nowhere.example"));
        question(services, "domain, never", JournalQuestion.all().recipient("@nowhere.example"));
        question(services, "tenant, never", JournalQuestion.all().tenant("nobody"));
        question(services, "unconfirmed, never", JournalQuestion.all().unconfirmedOnly());
        question(
                services,
                "domain, newest 100",
                JournalQuestion.all().recipient("@dom7.example").newestFirst().limit(100));
        question(
                services,
                "one second",
                JournalQuestion.all().from(time(last / 2)).until(time(last / 2).plusSeconds(1)));
        question(services, "10,000 after", new JournalQuestion(JournalQuery.after(last / 2, 10_000)));
    }

    private static void question(StoreServices services, String name, JournalQuestion question) {
        long start = System.nanoTime();
        int found = services.journal().find(question.query()).size();
        print("find %s: %d events in %.1f ms", name, found, (System.nanoTime() - start) / 1e6);
    }

    private static void remove(StoreServices services, long upTo) {
        long wall = System.nanoTime();
        long cpu = processCpu();
        long removed = services.journal().removeBefore(time(upTo));
        print(
                "removed %,d rows: %,.0f rows/s, %.1f us CPU per row",
                removed, removed * 1e9 / (System.nanoTime() - wall), (processCpu() - cpu) / 1e3 / removed);
    }

    private static void suppressions(StoreServices services) {
        List<Suppression> entries = new ArrayList<>();
        for (int i = 0; i < SUPPRESSIONS; i++)
            entries.add(new Suppression(
                    "user" + i + "@dom" + i % 1000 + ".example",
                    Suppression.Reason.HARD_BOUNCE,
                    Optional.empty(),
                    "benchmark",
                    Instant.EPOCH,
                    Optional.empty()));
        long start = System.nanoTime();
        services.suppressions().addAll(entries);
        long added = System.nanoTime();
        HibernateSuppressionList loaded = HibernateSuppressionList.load(services.database(), Clock.systemUTC());
        long end = System.nanoTime();
        print(
                "suppressions: %,.0f/s added, %,.0f/s loaded",
                SUPPRESSIONS * 1e9 / (added - start), SUPPRESSIONS * 1e9 / (end - added));
        for (int round = 0; round < 5; round++) {
            long begin = System.nanoTime();
            int found = 0;
            for (int i = 0; i < 1_000_000; i++)
                if (loaded.match("user" + i + "@dom" + i % 1000 + ".example", "acme")
                        .isPresent()) found++;
            print("match: %.0f ns, %d found", (System.nanoTime() - begin) / 1e6, found);
        }
    }

    private static DeliveryEvent event(long sequence) {
        boolean received = sequence % 2 == 1;
        AttemptTrace attempt = received
                ? AttemptTrace.NONE
                : new AttemptTrace(
                        1,
                        "default",
                        "source-" + sequence % 6,
                        "server-" + sequence % 3,
                        "(mx1|mx2).dom" + sequence / 2 % 2000,
                        "provider-" + sequence % 5,
                        "mx1.dom" + sequence / 2 % 2000 + ".example [192.0.2.1]:25",
                        250,
                        "2.0.0",
                        BounceClass.NONE,
                        35,
                        false);
        return new DeliveryEvent(
                sequence,
                received ? EventKind.RECEIVED : EventKind.DELIVERED,
                time(sequence),
                message(sequence),
                0,
                "news@sender.example",
                recipient(sequence),
                "acme",
                "spring-sale",
                MessageClass.BULK,
                time(sequence),
                10_240,
                "127.0.0.1",
                attempt,
                received ? "" : "250 2.0.0 Ok: queued as 4FhJkl" + sequence);
    }

    private static Instant time(long sequence) {
        return Instant.EPOCH.plusNanos(sequence * 300_000);
    }

    private static MessageId message(long sequence) {
        return new MessageId((sequence + 1) / 2 << 14);
    }

    private static String recipient(long sequence) {
        long number = (sequence + 1) / 2;
        return "user" + number * 7919 % 1_000_003 + "@dom" + number % 2000 + ".example";
    }

    private static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(format, values));
    }
}
