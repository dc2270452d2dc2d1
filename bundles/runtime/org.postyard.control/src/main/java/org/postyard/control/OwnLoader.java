package org.postyard.control;

/** Sets the context loader of the current thread to the loader of this bundle until it is closed by the same thread. */
final class OwnLoader implements AutoCloseable {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    OwnLoader() {
        Thread.currentThread().setContextClassLoader(OwnLoader.class.getClassLoader());
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
