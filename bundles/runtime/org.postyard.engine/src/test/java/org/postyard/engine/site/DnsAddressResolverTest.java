package org.postyard.engine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postyard.api.dns.AddressLookup;

class DnsAddressResolverTest {
    /** Nobody answers there, so that whatever is found was not asked of DNS. */
    private static final String NO_NAME_SERVER = "127.0.0.1:9";

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "mx1.gmail.localhost", "MX.Yahoo.LOCALHOST"})
    void namesBelowLocalhostAreThisMachine(String host) throws Exception {
        assertThat(lookup(host)).isEqualTo(new AddressLookup.Found(List.of(InetAddress.getByName("127.0.0.1"))));
    }

    @Test
    void addressIsItsOwnAnswer() throws Exception {
        assertThat(lookup("192.0.2.7")).isEqualTo(new AddressLookup.Found(List.of(InetAddress.getByName("192.0.2.7"))));
    }

    @Test
    void otherNamesAreAskedOfDns() throws Exception {
        assertThat(lookup("mx.localhost.example")).isInstanceOf(AddressLookup.Failed.class);
    }

    private static AddressLookup lookup(String host) throws UnknownHostException {
        Dns dns = Dns.of(List.of(NO_NAME_SERVER), Duration.ofMillis(200));
        return new DnsAddressResolver(dns).addresses(host).toCompletableFuture().join();
    }
}
