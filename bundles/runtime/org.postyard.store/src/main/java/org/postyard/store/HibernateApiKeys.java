package org.postyard.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Role;

/**
 * API keys in the database. A token is {@code py_ID_SECRET}: the id finds the row, and the SHA-256 of the whole token is
 * compared in constant time; a secret of 256 random bits needs no slow hash. Thread-safe.
 */
final class HibernateApiKeys implements ApiKeys {
    /** How long a key that another node removed may still be taken here. */
    private static final Duration CACHE_LIFE = Duration.ofSeconds(30);

    private static final String PREFIX = "py_";
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final int MAX_TOKEN_LENGTH = 100;

    private final Database database;
    private final Clock clock;
    private final SecureRandom random;
    private final ConcurrentHashMap<String, Known> cache = new ConcurrentHashMap<>();

    HibernateApiKeys(Database database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Created create(String name, Role role, Optional<Instant> expires, String author) {
        String id = HexFormat.of().formatHex(randomBytes(ID_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(SECRET_BYTES));
        String token = PREFIX + id + "_" + secret;
        ApiKey key = new ApiKey(
                id,
                name,
                role,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                author,
                expires.map(expiry -> expiry.truncatedTo(ChronoUnit.MICROS)));
        database.write(session -> {
            session.insert(new ApiKeyRow(key, Sha256.hex(token)));
            return id;
        });
        return new Created(key, token);
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public Optional<ApiKey> verify(String token) {
        return idOf(token)
                .flatMap(this::known)
                .filter(known -> sameText(known.tokenHash, Sha256.hex(token)))
                .map(Known::key)
                .filter(this::inForce);
    }

    private static Optional<String> idOf(String token) {
        int end = PREFIX.length() + 2 * ID_BYTES;
        boolean shaped = token.length() <= MAX_TOKEN_LENGTH
                && token.length() > end
                && token.startsWith(PREFIX)
                && token.charAt(end) == '_';
        return shaped ? Optional.of(token.substring(PREFIX.length(), end)) : Optional.empty();
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean inForce(ApiKey key) {
        return key.expires().map(expiry -> clock.instant().isBefore(expiry)).orElse(true);
    }

    private Optional<Known> known(String id) {
        Optional<Known> cached = Optional.ofNullable(cache.get(id))
                .filter(known -> clock.instant().isBefore(known.readAt.plus(CACHE_LIFE)));
        return cached.isPresent() ? cached : readAnew(id);
    }

    private Optional<Known> readAnew(String id) {
        Instant now = clock.instant();
        return database.read(session -> {
            Optional<Known> read = Optional.ofNullable(session.get(ApiKeyRow.class, id))
                    .map(row -> new Known(row.key(), row.tokenHash(), now));
            read.ifPresentOrElse(known -> cache.put(id, known), () -> cache.remove(id));
            return read;
        });
    }

    @Override
    public List<ApiKey> list() {
        return database
                .read(session -> session.createSelectionQuery(
                                "from ApiKeyRow k order by k.created, k.id", ApiKeyRow.class)
                        .getResultList())
                .stream()
                .map(ApiKeyRow::key)
                .toList();
    }

    @Override
    public boolean remove(String id) {
        int removed = database.write(session -> session.createMutationQuery("delete from ApiKeyRow k where k.id = :id")
                .setParameter("id", id)
                .executeUpdate());
        cache.remove(id);
        return removed > 0;
    }

    private record Known(ApiKey key, String tokenHash, Instant readAt) {}
}
