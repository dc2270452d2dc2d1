package org.postyard.store;

import java.util.HashMap;
import java.util.Map;
import org.postyard.api.operation.Directives;

/** Directives in the database; thread-safe. */
final class HibernateDirectives implements Directives {
    private static final int MAX_KEY_LENGTH = 1_000;

    private final Database database;

    HibernateDirectives(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        database.read(session -> session.createSelectionQuery("from DirectiveRow", DirectiveRow.class)
                        .getResultList())
                .forEach(row -> all.put(row.name(), row.content()));
        return Map.copyOf(all);
    }

    @Override
    public void put(String key, String value) {
        if (key.length() > MAX_KEY_LENGTH)
            throw new IllegalArgumentException("a directive's key is longer than " + MAX_KEY_LENGTH + " characters");
        Repetition.onConflict(() -> database.write(session -> {
            session.upsert(new DirectiveRow(key, value));
            return key;
        }));
    }

    @Override
    public void remove(String key) {
        database.write(session -> session.createMutationQuery("delete from DirectiveRow d where d.name = :key")
                .setParameter("key", key)
                .executeUpdate());
    }
}
