package org.postyard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle that was updated leaves nothing behind: neither driver nor thread nor pool keeps its old class loader alive. */
class ClassLoaderLeakTest {
    private static final int UPDATES = 3;
    private static final Duration COLLECTION_TIMEOUT = Duration.ofSeconds(90);

    /** Loads this bundle and its nested jars itself, as the container does, and only what it imports from the test. */
    private static final class BundleLoader extends URLClassLoader {
        private static final List<String> IMPORTED =
                List.of("org.postyard.api.", "org.slf4j.", "org.osgi.", "org.jspecify.");

        BundleLoader(URL[] classPath) {
            super(classPath, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            boolean imported = IMPORTED.stream().anyMatch(name::startsWith);
            return imported ? ClassLoaderLeakTest.class.getClassLoader().loadClass(name) : super.findClass(name);
        }
    }

    @Test
    void aClosedStoreCanBeCollectedWithItsClassLoader(@TempDir Path folder) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < UPDATES; i++) loaders.add(openAndClose(folder.resolve("store")));

        assertThat(loaders).allSatisfy(ClassLoaderLeakTest::awaitCollection);
    }

    private static WeakReference<ClassLoader> openAndClose(Path file) throws Exception {
        BundleLoader loader = new BundleLoader(classPath());
        Method settings = method(loader, "StoreUnderTestSettings", "h2", String.class);
        Method open = method(
                loader, "StoreServices", "open", loader.loadClass("org.postyard.store.DatabaseSettings"), Clock.class);
        AutoCloseable services =
                (AutoCloseable) open.invoke(null, settings.invoke(null, "jdbc:h2:file:" + file), Clock.systemUTC());
        services.close();
        loader.close();
        return new WeakReference<>(loader);
    }

    private static Method method(ClassLoader loader, String type, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = loader.loadClass("org.postyard.store." + type).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>(List.of(url(Path.of("target/classes")), url(Path.of("target/test-classes"))));
        String jars =
                Files.readString(Path.of("target/dependency-tree-jars.txt")).strip();
        for (String jar : jars.split(File.pathSeparator)) urls.add(url(Path.of(jar)));
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static void awaitCollection(WeakReference<ClassLoader> loader) {
        long end = System.nanoTime() + COLLECTION_TIMEOUT.toNanos();
        while (loader.get() != null && System.nanoTime() < end) System.gc();
        assertThat(loader.get()).isNull();
    }
}
