package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void anUpdatedBundleLoadsItAgainInItsOwnClassLoaderAndNothingIsLeftBehind() throws Exception {
        try (URLClassLoader first = separate();
                URLClassLoader second = separate()) {
            assertThat(versionAfterLoading(first)).startsWith("10.");
            assertThat(versionAfterLoading(second)).startsWith("10.");
        }
        assertThat(directory).isEmptyDirectory();
    }

    private String versionAfterLoading(ClassLoader loader) throws Exception {
        Class<?> library = Class.forName(NativeLibrary.class.getName(), true, loader);
        Method load = library.getDeclaredMethod("load", Path.class);
        load.setAccessible(true);
        load.invoke(null, directory);
        Class<?> database = Class.forName("org.rocksdb.RocksDB", true, loader);
        return String.valueOf(database.getMethod("rocksdbVersion").invoke(null));
    }

    private static URLClassLoader separate() throws MalformedURLException {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
            path.add(Path.of(entry).toUri().toURL());
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
