package org.postyard.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The folder and the running programs of one benchmark; both are gone when it is closed. */
final class Workshop implements AutoCloseable {
    private final Path folder;
    private final Tasks tasks = new Tasks();

    /** @param parent a folder on the disk that is to be measured */
    Workshop(Path parent) throws IOException {
        folder = Files.createTempDirectory(parent, "postyard-bench.");
        Files.setPosixFilePermissions(
                folder, PosixFilePermissions.fromString("rwxr-xr-x")); // Postfix's own user walks in
    }

    Path folder() {
        return folder;
    }

    Tasks tasks() {
        return tasks;
    }

    /** A port on loopback that nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    static long bytesIn(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.filter(Files::isRegularFile).mapToLong(Workshop::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // it has gone since it was listed
        }
    }

    @Override
    public void close() throws IOException {
        tasks.close();
        delete(folder);
    }
}
