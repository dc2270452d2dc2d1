package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.MessageId;

/** Processes that are killed without warning, and processes that want the same directory. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("postyard.kill.rounds", 6);
    private static final int LINES = Integer.getInteger("postyard.kill.lines", 3000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** Printed as durable. */
    private final Set<String> accepted = new HashSet<>();
    /** Of which the removal was asked for, and perhaps done. */
    private final Set<String> leaving = new HashSet<>();
    /** Printed as removed. */
    private final Set<String> removed = new HashSet<>();

    @Test
    void whatWasDurableIsThereAfterEveryKill() throws Exception {
        Random random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            Process victim = start();
            readLines(victim, 200 + random.nextInt(LINES));
            // The handle kills without closing the pipe, in which there may be more.
            victim.toHandle().destroyForcibly();
            readLines(victim, Integer.MAX_VALUE);
            assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertEverythingIsThere();
        }
        System.out.printf("killed %d times: %d accepted, %d removed%n", ROUNDS, accepted.size(), removed.size());
        assertThat(accepted).hasSizeGreaterThan(ROUNDS * 50);
        assertThat(removed).isNotEmpty();
    }

    @Test
    void aSecondSpoolIsToldWhoHasTheDirectoryAndWhatToDo() throws Exception {
        Process victim = start();
        try {
            readLines(victim, 1);
            assertThatThrownBy(() -> new RocksDbSpool(RocksDbSpoolTest.settings(directory)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(
                            directory.toString(), "in use by the process with number " + victim.pid(), "Stop that one");
        } finally {
            victim.destroyForcibly().waitFor();
        }
        new RocksDbSpool(RocksDbSpoolTest.settings(directory)).close();
    }

    @Test
    void twoSpoolsOfOneProcessDoNotShareADirectory() throws Exception {
        try (RocksDbSpool first = new RocksDbSpool(RocksDbSpoolTest.settings(directory))) {
            assertThatThrownBy(() -> new RocksDbSpool(RocksDbSpoolTest.settings(directory)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by the process with number "
                            + ProcessHandle.current().pid());
            assertThat(first.health().well()).isTrue();
        }
    }

    private void assertEverythingIsThere() throws IOException {
        Set<String> found = new HashSet<>();
        try (RocksDbSpool spool = new RocksDbSpool(RocksDbSpoolTest.settings(directory))) {
            spool.recover(recovered -> {
                String id = recovered.message().id().text();
                assertThat(found.add(id)).as("%s is there once", id).isTrue();
            });
            Set<String> expected = new HashSet<>(accepted);
            expected.removeAll(leaving);
            assertThat(found).containsAll(expected);
            assertThat(found).doesNotContainAnyElementsOf(removed);
            for (String id : expected) assertContentIsThere(spool, id);
            assertSequencesHaveNoGaps(spool);
            assertThat(spool.measurements()).containsEntry("spool_messages", (double) found.size());
        }
    }

    private static void assertContentIsThere(RocksDbSpool spool, String id) throws IOException {
        MessageId message = MessageId.parse(id).orElseThrow();
        assertThat(spool.content(message).orElseThrow().sizeBytes()).isEqualTo(5000);
    }

    private static void assertSequencesHaveNoGaps(RocksDbSpool spool) throws IOException {
        long expected = 0;
        List<DeliveryEvent> page = spool.eventsAfter(0, 1000);
        while (!page.isEmpty()) {
            for (DeliveryEvent event : page) assertThat(event.sequence()).isEqualTo(++expected);
            page = spool.eventsAfter(expected, 1000);
        }
        assertThat(spool.measurements()).containsEntry("spool_events_total", (double) expected);
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                directory.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Reads whole lines; the last one of a killed process may be cut and says nothing then. */
    private void readLines(Process victim, int count) throws IOException {
        BufferedReader lines = victim.inputReader(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            String line = lines.readLine();
            if (line == null) return;
            if (line.length() == 15) note(line.charAt(0), line.substring(2));
        }
    }

    private void note(char what, String id) {
        switch (what) {
            case '+' -> accepted.add(id);
            case '?' -> leaving.add(id);
            case '-' -> removed.add(id);
            default -> throw new IllegalArgumentException("line of a victim: " + what);
        }
    }
}
