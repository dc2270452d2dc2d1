package org.postyard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.stream.LongStream;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.testkit.store.JournalContract;

class EmbeddedFileTest {
    private static final int BATCHES = 14;
    private static final int SEED = 7;

    /** A copy of the file is what a kill at this moment would leave. */
    @Test
    void whatTheJournalHasTakenIsInTheFileAtOnce(@TempDir Path folder) throws Exception {
        // Room that became free is used again at once, as it is in a database that is older than a minute; and nothing
        // else writes.
        String url = "jdbc:h2:file:" + folder.resolve("store") + ";RETENTION_TIME=0;AUTO_COMPACT_FILL_RATE=0";
        Random random = new Random(SEED);
        try (StoreServices services = StoreServices.open(StoreUnderTestSettings.h2(url), Clock.systemUTC())) {
            long taken = 0;
            for (int batch = 1; batch <= BATCHES; batch++) {
                long first = taken + 1;
                taken += random.nextInt(10) == 0 ? 400 : 1 + random.nextInt(30);
                services.journal()
                        .append(LongStream.rangeClosed(first, taken)
                                .mapToObj(JournalContract::event)
                                .toList());
                assertThat(eventsInCopy(folder, "copy" + batch))
                        .as("events after batch %d", batch)
                        .isEqualTo(taken);
            }
        }
    }

    private static long eventsInCopy(Path folder, String name) throws IOException, SQLException {
        Files.copy(folder.resolve("store.mv.db"), folder.resolve(name + ".mv.db"));
        Properties user = new Properties();
        user.setProperty("user", "sa");
        try (Connection connection =
                        Objects.requireNonNull(new Driver().connect("jdbc:h2:file:" + folder.resolve(name), user));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from journal_event")) {
            count.next();
            return count.getLong(1);
        }
    }
}
