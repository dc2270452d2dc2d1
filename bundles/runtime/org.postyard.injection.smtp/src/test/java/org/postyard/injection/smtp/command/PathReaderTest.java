package org.postyard.injection.smtp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example",
                "first.last+tag@sub.domain.example",
                "!#$%&'*+-/=?^_`{|}~@b.example",
                "\"quoted local part\"@b.example",
                "\"with \\\"escapes\\\" and @ and >\"@b.example",
                "a@[192.0.2.1]",
                "a@[IPv6:2001:db8::1]",
                "a@localhost",
                "a@xn--bcher-kva.example",
                "jörg@bücher.example"
            })
    void takesAddressAsWritten(String address) {
        assertThat(read("<" + address + ">")).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a@b.example                | 501",
                "<a@b.example               | 501",
                "<a@b.example>>             | a@b.example",
                "<a>                        | 501",
                "<a@>                       | 501",
                "<@b.example>               | 501",
                "<@relay.example:>          | 501",
                "<.a@b.example>             | 501",
                "<a.@b.example>             | 501",
                "<a..b@b.example>           | 501",
                "<a b@b.example>            | 501",
                "<a@b..example>             | 501",
                "<a@.b.example>             | 501",
                "<a@b.example.>             | 501",
                "<a@-b.example>             | 501",
                "<a@b-.example>             | 501",
                "<a@b_c.example>            | a@b_c.example",
                "<a@b.exa(mple>             | 501",
                "<a@b@c.example>            | 501",
                "<\"a@b.example>            | 501",
                "<a@[192.0.2.256]>          | 501",
                "<a@[IPv6:zz::1]>           | 501",
                "<a@[192.0.2.1>             | 501",
                "<a@[example]>              | 501",
                "<@one.example,@two.example:a@b.example> | a@b.example",
                "<postmaster>               | postmaster",
                "<>                         | ''",
            })
    void readsEachFormRight(String path, String expected) {
        assertThat(read(path)).isEqualTo(expected.equals("''") ? "" : expected);
    }

    @Test
    void keepsToTheLengthsOfTheStandard() {
        String local = "l".repeat(64);
        assertThat(read("<" + local + "@b.example>")).isEqualTo(local + "@b.example");
        assertThat(read("<l" + local + "@b.example>")).isEqualTo("501");
        String label = "d".repeat(63);
        assertThat(read("<a@" + label + ".example>")).isEqualTo("a@" + label + ".example");
        assertThat(read("<a@d" + label + ".example>")).isEqualTo("501");
        String domain = (label + ".").repeat(3) + "d".repeat(60);
        assertThat(read("<a@" + domain + ">")).hasSize(254);
        assertThat(read("<aa@" + domain + ">")).isEqualTo("553");
    }

    @Test
    void refusesUtf8ThatIsMalformed() {
        CommandLine line = new CommandLine(100);
        byte[] octets = "<a\u00e9@b.example>".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(octets, 0, line.octets(), 0, octets.length);
        line.begin(octets.length);
        assertThat(new PathReader(line, "5.1.3").read().<Integer>fold(path -> 250, reply -> reply.code()))
                .isEqualTo(553);
    }

    /** The address that was read, or the code of the reply. */
    private static String read(String path) {
        CommandLine line = new CommandLine(1000);
        byte[] octets = path.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(octets, 0, line.octets(), 0, octets.length);
        line.begin(octets.length);
        return new PathReader(line, "5.1.3").read().fold(Path::address, reply -> String.valueOf(reply.code()));
    }
}
