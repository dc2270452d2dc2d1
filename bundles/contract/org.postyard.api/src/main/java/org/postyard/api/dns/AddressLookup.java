package org.postyard.api.dns;

import java.net.InetAddress;
import java.util.List;

/** Answer to an address lookup. */
public sealed interface AddressLookup {
    /** At least one address, in the order in which to try them. */
    record Found(List<InetAddress> addresses) implements AddressLookup {
        public Found {
            addresses = List.copyOf(addresses);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.found(this);
        }
    }

    /** The name does not exist or has no address: asking again soon is pointless. */
    record Missing(String reason) implements AddressLookup {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.missing(this);
        }
    }

    /** DNS did not answer or answered SERVFAIL: ask again later. */
    record Failed(String reason) implements AddressLookup {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failed(this);
        }
    }

    <T> T fold(Cases<T> cases);

    /** One method per case, so that a new case stops every reader from compiling. */
    interface Cases<T> {
        T found(Found found);

        T missing(Missing missing);

        T failed(Failed failed);
    }
}
