package org.postyard.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the database is and how to reach it; placeholders such as {@code ${karaf.base}} are already replaced. */
record DatabaseSettings(
        String url, String user, SecretReference password, int poolSize, Duration connectionTimeout, int node) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    DatabaseSettings {
        if (!url.startsWith(H2) && !url.startsWith(POSTGRESQL))
            throw new IllegalArgumentException("the URL must begin with " + H2 + " or " + POSTGRESQL);
        if (poolSize < 2) throw new IllegalArgumentException("pool size " + poolSize + " is less than 2");
        if (node < 0 || node > EventPlace.MAX_NODE)
            throw new IllegalArgumentException("node " + node + " is not 0 to " + EventPlace.MAX_NODE);
    }

    static DatabaseSettings of(StoreConfig config, Function<String, Optional<String>> properties) {
        return new DatabaseSettings(
                replacePlaceholders(config.url(), properties),
                config.user(),
                new SecretReference(replacePlaceholders(config.password(), properties)),
                config.poolSize(),
                Duration.ofMillis(config.connectionTimeoutMillis()),
                config.node());
    }

    private static String replacePlaceholders(String text, Function<String, Optional<String>> properties) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(properties
                        .apply(match.group(1))
                        .orElseThrow(() -> new IllegalArgumentException("nothing is known of " + match.group()))));
    }

    boolean embedded() {
        return url.startsWith(H2);
    }

    /** The URL with what the store relies on; options that are given stay as they are. */
    String completeUrl() {
        if (!embedded())
            return withDefault(withDefault(url, '?', "reWriteBatchedInserts=true"), '&', "tcpKeepAlive=true");
        String closedByUs = withDefault(withDefault(url, ';', "DB_CLOSE_ON_EXIT=FALSE"), ';', "DB_CLOSE_DELAY=-1");
        String silent = withDefault(closedByUs, ';', "TRACE_LEVEL_FILE=0");
        return withDefault(silent, ';', "CACHE_SIZE=32768");
    }

    private static String withDefault(String url, char separator, String option) {
        String name = option.substring(0, option.indexOf('=') + 1);
        if (url.contains(name)) return url;
        char actual = separator == '?' && url.indexOf('?') >= 0 ? '&' : separator;
        boolean first = separator == '&' && url.indexOf('?') < 0;
        return url + (first ? '?' : actual) + option;
    }

    /** The URL without what might be a secret in it, for logs. */
    String urlForPeople() {
        int options = url.indexOf(embedded() ? ';' : '?');
        String place = options < 0 ? url : url.substring(0, options);
        return place.replaceAll("//[^/@]*@", "//");
    }
}
