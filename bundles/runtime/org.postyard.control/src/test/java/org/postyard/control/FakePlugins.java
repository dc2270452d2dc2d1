package org.postyard.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.postyard.control.plugin.Plugins;

/** One plug-in, number 7, which takes every jar but an empty one. */
final class FakePlugins implements Plugins {
    private static final Plugin BALANCERS =
            new Plugin(7, "Balancers", "org.postyard.balancer.basic", "0.1.0", "active", false);

    @Override
    public List<Plugin> list() {
        return List.of(BALANCERS);
    }

    @Override
    public Optional<Plugin> find(long id) {
        return id == 7 ? Optional.of(BALANCERS) : Optional.empty();
    }

    @Override
    public List<String> refreshSet(long id) {
        return List.of();
    }

    @Override
    public Change start(long id) {
        return changed("started");
    }

    @Override
    public Change stop(long id) {
        return changed("stopped");
    }

    @Override
    public Change install(InputStream jar) {
        return read(jar) == 0
                ? new Change(false, "The upload is no bundle.", List.of(), Optional.empty())
                : changed("installed");
    }

    @Override
    public Change update(long id, InputStream jar) {
        return install(jar);
    }

    @Override
    public Change remove(long id) {
        return new Change(false, "This plug-in belongs to a feature.", List.of(), Optional.empty());
    }

    private static int read(InputStream jar) {
        try {
            return jar.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Change changed(String verb) {
        return new Change(true, "It is " + verb + ".", List.of(), Optional.of(BALANCERS));
    }
}
