package org.postyard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theLastCompleteCounterOfTheSinkCounts() {
        assertThat(Sink.lastCount("sess=12 quit=11 mesg=12\rsess=13 quit=12 mesg=13\rsess=14 qui"))
                .isEqualTo(13);
        assertThat(Sink.lastCount("sess=12 quit=11 mesg=12\rsess=13 quit=12 mesg=1"))
                .isEqualTo(12);
        assertThat(Sink.lastCount("sess=     1 quit=     0 mesg=     7\r")).isEqualTo(7);
        assertThat(Sink.lastCount("")).isZero();
    }

    @Test
    void aProcessWithSpacesAndParenthesesInItsNameIsRead() {
        String line = "42 (a (b) c) S 7 42 42 0 -1 4194560 1 2 3 4 10 20 300 4000 20 0 1 0 100 1 1";

        assertThat(ProcessTree.Stat.parse(line)).isEqualTo(new ProcessTree.Stat(42, 7, 30, 4_300, 1));
    }

    @Test
    void cpuOfADescendantThatHasEndedIsCounted() throws IOException, InterruptedException {
        ProcessTree self = new ProcessTree(ProcessHandle.current().pid());
        long before = self.cpuMillis();
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done")
                .start()
                .waitFor();

        assertThat(self.cpuMillis()).isGreaterThan(before);
        assertThat(self.proportionalKilobytes()).isPositive();
        assertThat(self.largestPeakKilobytes()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void timeThatTheHostGaveToOthersIsAShareOfAllProcessorTime() {
        StolenTime.Ticks earlier = StolenTime.Ticks.parse("cpu  100 0 50 800 10 0 5 35 99 0");
        StolenTime.Ticks later = StolenTime.Ticks.parse("cpu  150 0 60 820 10 0 5 55 140 0");

        assertThat(earlier).isEqualTo(new StolenTime.Ticks(1_000, 35));
        assertThat(later.stolenShareSince(earlier)).isEqualTo(0.2);
        assertThat(earlier.stolenShareSince(earlier)).isZero();
    }

    @Test
    void percentilesAreTakenFromAboveNeverInterpolated() {
        AcceptLatency.Latencies latencies = new AcceptLatency.Latencies(
                1, LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray());

        assertThat(latencies.percentileMillis(50)).isEqualTo(50);
        assertThat(latencies.percentileMillis(99)).isEqualTo(99);
        assertThat(latencies.percentileMillis(100)).isEqualTo(100);
    }

    @Test
    void aRowComparesWithPostfixAndTheFloorAtTheSameLoad() throws IOException {
        Load load = new Load(50, 10_000, false);
        Report report = new Report(folder);
        report.runs(List.of(new RunResult("floor", load, 1_000, 1, 1, 0, 0, 0, 0)));
        report.runs(List.of(new RunResult("Postfix", load, 1_000, 4, 5, 5_000, 102_400, 20_480, 0)));
        report.runs(List.of(
                new RunResult("Postyard", load, 1_000, 1, 4, 1_000, 512_000, 512_000, 0.4),
                new RunResult("Postyard", load, 1_000, 1, 2, 1_000, 512_000, 512_000, 0.012)));

        assertThat(report.markdown())
                .contains(
                        "| 10 kB, connections one per message | floor | 1,000 | 1,000 | 1,000 |  | 1.00 |  |  |  | 0.0 |")
                .contains("| Postyard | 1,000 | 1,000 | 500 | 2.50 | 0.50 | 1.00 | 500 | 500 | 1.2 |")
                .doesNotContain("40.0");
        assertThat(Files.readAllLines(folder.resolve("bench.jsonl"))).hasSize(4);
    }

    @Test
    void theCommandLineIsChecked() {
        assertThat(Options.parse(List.of()).suites())
                .containsExactly("floor", "postfix", "postyard", "latency", "queue", "jmh");
        assertThat(Options.parse(List.of("floor", "--sizes", "1,2", "--connections", "kept"))
                        .sizes())
                .containsExactly(1, 2);
        assertThatThrownBy(() -> Options.parse(List.of("sendmail"))).hasMessageContaining("sendmail");
        assertThatThrownBy(() -> Options.parse(List.of("--seconds", "0"))).hasMessageContaining("--seconds");
    }
}
