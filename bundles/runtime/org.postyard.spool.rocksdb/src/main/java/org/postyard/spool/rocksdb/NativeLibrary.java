package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/**
 * Loads the native library of RocksDB.
 *
 * <p>A library file can be loaded by one class loader only, and an updated bundle has a new one: so each gets a copy of its
 * own, which is deleted as soon as it is loaded, so that no start leaves anything behind.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Loads it unless this class loader has it; the directory must allow execution. */
    static void load(Path directory) throws IOException {
        if (RocksDB.rocksdbVersion() != null) return;
        Files.createDirectories(directory);
        Path own = Files.createTempDirectory(directory, "rocksdb-");
        // RocksDB looks for this name in a directory, and keeps it under another name in its jar.
        Path library = own.resolve(Environment.getJniLibraryFileName("rocksdbjni"));
        try {
            extract(library);
            RocksDB.loadLibrary(List.of(own.toString()));
        } catch (UnsatisfiedLinkError error) {
            throw new IOException("The native library of RocksDB cannot be loaded from " + directory, error);
        } finally {
            Files.deleteIfExists(library);
            Files.deleteIfExists(own);
        }
    }

    private static void extract(Path library) throws IOException {
        String name = Environment.getJniLibraryFileName("rocksdb");
        ClassLoader loader = RocksDB.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null)
                throw new IOException("This build has no native library of RocksDB for this machine: " + name);
            Files.copy(in, library);
        }
    }
}
