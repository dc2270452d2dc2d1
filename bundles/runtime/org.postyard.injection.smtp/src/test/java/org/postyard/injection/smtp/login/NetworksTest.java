package org.postyard.injection.smtp.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.9.9.9, true",
        "127.0.0.0/8, 128.0.0.1, false",
        "::1/128, ::1, true",
        "::1/128, ::2, false",
        "192.0.2.128/25, 192.0.2.200, true",
        "192.0.2.128/25, 192.0.2.100, false",
        "192.0.2.64/26, 192.0.2.128, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "0.0.0.0/0, 203.0.113.7, true",
        "0.0.0.0/0, ::1, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
    })
    void containsWhatSharesTheLeadingBits(String network, String address, boolean contained) throws Exception {
        assertThat(Networks.of(network).contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0/33", "192.0.2/24", "example.com", "::1/129", "192.0.2.0/x", "192.0.2.0/-1"})
    void namesWhatIsMalformed(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Networks.of("127.0.0.1", entry))
                .withMessageContaining(entry);
    }
}
