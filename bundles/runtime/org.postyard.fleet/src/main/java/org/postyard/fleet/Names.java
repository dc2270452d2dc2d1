package org.postyard.fleet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.message.MessageClass;

/** Reads ids, choices, domains, addresses and secret references. */
final class Names {
    static final int SMTP_PORT = 25;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String LABEL = "[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+(%[A-Za-z0-9.]+)?");
    private static final Pattern SECRET = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:\\S.*");

    private Names() {}

    static Optional<String> id(Value value) {
        return matching(value, ID, "is not an id: 1 to 64 letters, digits, '.', '_' and '-', a letter or digit first");
    }

    static Optional<String> freeText(Value value) {
        return value.text();
    }

    static <E extends Enum<E>> Optional<E> choice(Value value, Class<E> type) {
        return value.text().flatMap(text -> {
            List<String> allowed = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                String word = constant.name().toLowerCase(Locale.ROOT);
                if (word.equals(text)) return Optional.of(constant);
                allowed.add(word);
            }
            value.problem(
                    "'" + text + "' is not one of " + String.join(", ", allowed) + NearestWord.hint(text, allowed));
            return Optional.empty();
        });
    }

    /** The id of a plug-in: any id may be installed, but a slip of the pen in one of ours is found. */
    static Optional<String> plugin(Value value, List<String> ours) {
        Optional<String> id = id(value);
        id.filter(typed -> !ours.contains(typed))
                .flatMap(typed -> NearestWord.to(typed, ours))
                .ifPresent(
                        meant -> value.problem("'" + id.orElse("") + "' is not known; did you mean '" + meant + "'?"));
        return id;
    }

    static Optional<String> messageClass(Value value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(new MessageClass(text).name());
            } catch (IllegalArgumentException e) {
                value.problem(String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** A domain in lower case, or {@code *.domain} for everything below it. */
    static Optional<String> domainPattern(Value value) {
        return value.text().flatMap(text -> domainPattern(value, text));
    }

    static Optional<String> domainPattern(Value value, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String domain = lower.startsWith("*.") ? lower.substring(2) : lower;
        if (DOMAIN.matcher(domain).matches()) return Optional.of(lower);
        value.problem("'" + text + "' is not a domain such as example.com, nor *.example.com for all below it");
        return Optional.empty();
    }

    /** The name that a client gives in EHLO: a domain or an address literal (RFC 5321 §4.1.3). */
    static Optional<String> ehlo(Value value) {
        return value.text().flatMap(text -> {
            boolean literal = text.startsWith("[") && text.endsWith("]");
            if (literal || DOMAIN.matcher(text).matches()) return Optional.of(text);
            value.problem("'" + text + "' is not a host name, nor an address in brackets");
            return Optional.empty();
        });
    }

    /** A numeric IP address. */
    static Optional<String> address(Value value) {
        return value.text().flatMap(text -> {
            if (isAddress(text)) return Optional.of(text);
            value.problem("'" + text + "' is not an IP address such as 192.0.2.10 or 2001:db8::10");
            return Optional.empty();
        });
    }

    private static boolean isAddress(String text) {
        if (IPV4.matcher(text).matches()) return true;
        if (!IPV6.matcher(text).matches()) return false;
        try {
            return InetAddress.getByName(text).getAddress().length > 0; // has a colon, so it is never looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** {@code host}, {@code host:port}, {@code [ipv6]:port}; port 25 if it has none. */
    static Optional<HostPort> hostPort(Value value) {
        return value.text().flatMap(text -> {
            try {
                HostPort parsed = HostPort.parse(text, SMTP_PORT);
                boolean unclosed = text.startsWith("[") && text.indexOf(']') < 0;
                if (!unclosed && (isAddress(parsed.host()) || isHost(parsed.host()))) return Optional.of(parsed);
                value.problem(
                        "'" + text + "' is not host:port; write for example mx.example.com:25 or [2001:db8::1]:25");
            } catch (IllegalArgumentException e) {
                value.problem(e.getMessage() + "; write for example mx.example.com:25 or [2001:db8::1]:25");
            }
            return Optional.empty();
        });
    }

    /** A name with a letter in it: all digits and dots would be an address with a mistake. */
    private static boolean isHost(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return DOMAIN.matcher(name).matches() && !name.matches("[0-9.]+");
    }

    /** Where a secret is found. The value is never repeated in a problem, because it may be the secret itself. */
    static Optional<String> secretReference(Value value) {
        return value.text().flatMap(text -> {
            if (isSecretReference(text)) return Optional.of(text);
            value.problem("secrets are not kept in the fleet; write where this one is found: env:NAME or file:PATH");
            return Optional.empty();
        });
    }

    static boolean isSecretReference(String text) {
        return SECRET.matcher(text).matches();
    }

    private static Optional<String> matching(Value value, Pattern pattern, String reason) {
        return value.text().flatMap(text -> {
            if (pattern.matcher(text).matches()) return Optional.of(text);
            value.problem("'" + text + "' " + reason);
            return Optional.empty();
        });
    }
}
