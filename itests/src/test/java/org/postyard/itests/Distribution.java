package org.postyard.itests;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/** The assembled distribution, unpacked and prepared once for all test classes of a build, whatever processes they run in. */
final class Distribution {
    private Distribution() {}

    /** The top of the source tree. */
    static Path root() {
        return Path.of(System.getProperty("postyard.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** The folder of the unpacked distribution; not to be changed. */
    static Path home() throws IOException, InterruptedException {
        Path archive = archive();
        FileTime time = Files.getLastModifiedTime(archive);
        Path home = Path.of("target", "distribution-" + time.toMillis()).toAbsolutePath();
        try (FileChannel file = FileChannel.open(
                        home.resolveSibling("distribution.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (lock.isValid() && !Files.isDirectory(home)) unpack(archive, home);
        }
        return home;
    }

    private static void unpack(Path archive, Path home) throws IOException, InterruptedException {
        Path unpacked = Files.createDirectories(home.resolveSibling(home.getFileName() + ".new"));
        Workshop.run("tar", "xzf", archive.toString(), "-C", unpacked.toString(), "--strip-components=1");
        Files.move(unpacked, home);
        Workshop.run(home.resolve("bin/postyard").toString(), "prepare");
    }

    private static Path archive() throws IOException {
        String given = System.getProperty("postyard.distribution", "");
        if (!given.isEmpty()) return Path.of(given);
        try (Stream<Path> files = Files.list(root().resolve("karaf-assembly/target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("karaf-assembly/target has no distribution; build it first"));
        }
    }
}
