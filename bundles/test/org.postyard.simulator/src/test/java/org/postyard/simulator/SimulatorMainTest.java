package org.postyard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorMainTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void runsAsAProcessThatRecordsAndLeavesItsStatisticsWhenTerminated() throws IOException, InterruptedException {
        Path record = folder.resolve("arrivals");
        Path statistics = folder.resolve("statistics");
        Process process =
                start("--port-base", "0", "--record", record.toString(), "--statistics", statistics.toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int port = portOf("mx.yahoo.localhost", out);
            try (SmtpClient client = SmtpClient.hello(port, "one.test")) {
                assertThat(client.deliver("accept@yahoo.test", "X-Test-Id: 5\r\n\r\nx"))
                        .startsWith("250");
            }
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(ArrivalRecord.read(record)).extracting(Arrival::provider).containsExactly("yahoo");
        assertThat(Files.readString(statistics))
                .contains(
                        "{\"provider\":\"yahoo\",\"ip\":\"127.0.0.1\",\"ehlo\":\"one.test\",\"connections\":1,\"open\":0")
                .contains("\"messages\":1,");
    }

    @Test
    void theCommandLineIsChecked() throws IOException {
        SimulatorMain.Options options =
                SimulatorMain.Options.parse(List.of("--port-base", "7000", "--no-mix", "--no-limits"));

        assertThat(options.settings().portBase()).isEqualTo(7_000);
        assertThat(options.settings().rules())
                .allMatch(rules -> rules.deferralShare() == 0 && rules.connectionsPerSource() == 0);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> SimulatorMain.Options.parse(List.of("--port-base", "x")))
                .hasMessageContaining("--port-base");
    }

    private static Process start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new java.util.ArrayList<>(
                List.of(java, "-Xmx64m", "-cp", System.getProperty("java.class.path"), SimulatorMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int portOf(String mx, BufferedReader out) throws IOException {
        int port = 0;
        for (String line = out.readLine(); line != null && !line.equals("ready"); line = out.readLine()) {
            if (line.startsWith(mx + " ")) port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        }
        return port;
    }
}
