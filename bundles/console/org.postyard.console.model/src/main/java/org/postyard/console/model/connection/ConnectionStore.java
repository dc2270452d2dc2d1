package org.postyard.console.model.connection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where connections are kept between two starts of the console; holds no secrets. May block; thread-safe. */
public interface ConnectionStore {
    /** All saved connections, in the order in which they were saved. */
    List<SavedConnection> load() throws IOException;

    /** Replaces all saved connections. */
    void save(List<SavedConnection> connections) throws IOException;

    /** Adds a connection, or replaces the one of the same name in its place. */
    default void put(SavedConnection connection) throws IOException {
        List<SavedConnection> all = new ArrayList<>(load());
        int place = placeOf(connection.name(), all);
        if (place < 0) all.add(connection);
        else all.set(place, connection);
        save(all);
    }

    default void remove(String name) throws IOException {
        List<SavedConnection> all = new ArrayList<>(load());
        all.removeIf(connection -> connection.name().equals(name));
        save(all);
    }

    private static int placeOf(String name, List<SavedConnection> all) {
        for (int i = 0; i < all.size(); i++) if (all.get(i).name().equals(name)) return i;
        return -1;
    }
}
