package org.postyard.engine.site;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks DNS without blocking, through dnsjava with its cache; says which kind of 'no' an answer is. Thread-safe. */
public final class Dns {
    private final LookupSession session;

    private Dns(LookupSession session) {
        this.session = session;
    }

    /**
     * @param servers addresses of name servers, {@code address} or {@code address:port}; empty means the system's
     * @param timeout for one question to one server
     */
    public static Dns of(List<String> servers, Duration timeout) throws UnknownHostException {
        List<Resolver> resolvers = new ArrayList<>();
        for (String server : servers) {
            org.postyard.api.fleet.HostPort address =
                    org.postyard.api.fleet.HostPort.parse(server, SimpleResolver.DEFAULT_PORT);
            resolvers.add(new SimpleResolver(new InetSocketAddress(address.host(), address.port())));
        }
        ExtendedResolver resolver = resolvers.isEmpty() ? new ExtendedResolver() : new ExtendedResolver(resolvers);
        resolver.setTimeout(timeout);
        return new Dns(LookupSession.defaultBuilder()
                .clearSearchPath()
                .ndots(1)
                .resolver(resolver)
                .build());
    }

    /** The stage always completes normally. */
    public CompletionStage<Answer> lookup(Name name, int type) {
        return session.lookupAsync(name, type, DClass.IN)
                .handle((result, trouble) ->
                        trouble == null ? new Records(result.getRecords()) : answerOf(name, trouble));
    }

    private static Answer answerOf(Name name, Throwable trouble) {
        Throwable cause =
                trouble instanceof CompletionException && trouble.getCause() != null ? trouble.getCause() : trouble;
        if (cause instanceof NoSuchDomainException) return new NoSuchName();
        if (cause instanceof NoSuchRRSetException) return new NoSuchType();
        String reason = cause.getMessage() == null ? "no reason is known" : cause.getMessage();
        return new Failed("DNS did not answer for " + name.toString(true) + ": " + reason);
    }

    /** What DNS said. */
    public sealed interface Answer {
        <T> T fold(Cases<T> cases);
    }

    /** At least one record. */
    public record Records(List<Record> records) implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return records.isEmpty() ? cases.noSuchType(new NoSuchType()) : cases.records(this);
        }
    }

    /** NXDOMAIN. */
    public record NoSuchName() implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.noSuchName(this);
        }
    }

    /** The name exists, but has no record of the type. */
    public record NoSuchType() implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.noSuchType(this);
        }
    }

    /** SERVFAIL, timeout, refusal. */
    public record Failed(String reason) implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failed(this);
        }
    }

    /** One method per case, so that a new case stops every reader from compiling. */
    public interface Cases<T> {
        T records(Records records);

        T noSuchName(NoSuchName missing);

        T noSuchType(NoSuchType missing);

        T failed(Failed failed);
    }
}
