package org.postyard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalRecordTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyArrivalIsOnFileBeforeTheSenderIsTold() throws IOException, NoSuchAlgorithmException {
        Path record = folder.resolve("arrivals");
        try (SimulatedProviders providers = Simulation.recording(record);
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            client.deliver("a@p.test", "X-Test-Id: 17\r\nMessage-ID: <m@x>\r\n\r\n..dotted");

            Arrival arrival = ArrivalRecord.read(record).get(0);
            assertThat(arrival.id()).isEqualTo("17");
            assertThat(arrival.source()).isEqualTo(new SourceKey("127.0.0.1", "one.test"));
            assertThat(arrival.provider()).isEqualTo("p");
            assertThat(arrival.recipients()).containsExactly("a@p.test");
            assertThat(arrival.sha256()).isEqualTo(sha256("X-Test-Id: 17\r\nMessage-ID: <m@x>\r\n\r\n.dotted\r\n"));
        }
    }

    @Test
    void aMessageThatCameTwiceIsCountedTwiceAndOneThatWasRefusedNever() throws IOException {
        Path record = folder.resolve("arrivals");
        try (SimulatedProviders providers = Simulation.recording(record);
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            client.deliver("a@p.test", "Message-ID: <one@x>\r\n\r\nx");
            client.deliver("a@p.test", "Message-ID: <one@x>\r\n\r\nx");
            client.deliver("bounce@p.test", "Message-ID: <two@x>\r\n\r\nx");
        }
        Map<String, Integer> counts = ArrivalRecord.countByIdAndRecipient(ArrivalRecord.read(record));
        assertThat(counts).containsExactly(Map.entry("<one@x> a@p.test", 2));
    }

    @Test
    void aLineThatAKillCutShortIsLeftOut() throws IOException {
        Path record = folder.resolve("arrivals");
        try (SimulatedProviders providers = Simulation.recording(record);
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            client.deliver("a@p.test", "X-Test-Id: 1\r\n\r\nx");
        }
        Files.writeString(record, "2\t127.0.0.1 one.te", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        List<Arrival> arrivals = ArrivalRecord.read(record);
        assertThat(arrivals).extracting(Arrival::id).containsExactly("1");
    }

    @Test
    void aFullRecordSaysSo() throws IOException {
        Path file = folder.resolve("arrivals");
        Arrival arrival = new Arrival(
                "1", new SourceKey("127.0.0.1", ""), "p", java.time.Instant.EPOCH, 1, "", List.of("a@p.test"));
        try (ArrivalRecord record = new ArrivalRecord(file, 2)) {
            for (int i = 0; i < 5; i++) record.add(arrival);
        }
        assertThat(Files.readAllLines(file)).hasSize(3).last().isEqualTo("# full");
        assertThat(ArrivalRecord.read(file)).hasSize(2);
    }

    private static String sha256(String content) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
