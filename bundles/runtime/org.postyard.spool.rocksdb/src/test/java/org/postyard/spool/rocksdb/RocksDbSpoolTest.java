package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.api.spool.Spool;
import org.postyard.testkit.spool.SpoolContract;

class RocksDbSpoolTest extends SpoolContract {
    private static final long MEGABYTE = 1024 * 1024;

    private final AtomicLong usableBytes = new AtomicLong(1000 * MEGABYTE);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Override
    protected Spool open() throws IOException {
        return new RocksDbSpool(settings(directory), usableBytes::get, Database::write);
    }

    @Override
    protected void close(Spool spool) throws IOException {
        ((RocksDbSpool) spool).close();
    }

    @Override
    protected void fill(Spool spool) {
        usableBytes.set(15 * MEGABYTE);
    }

    @Override
    protected void makeRoom(Spool spool) {
        usableBytes.set(1000 * MEGABYTE);
    }

    static Settings settings(Path directory) {
        return new Settings(
                directory,
                directory.resolve("native"),
                16 * MEGABYTE,
                MEGABYTE,
                4 * MEGABYTE,
                Duration.ofSeconds(10),
                Duration.ZERO);
    }
}
