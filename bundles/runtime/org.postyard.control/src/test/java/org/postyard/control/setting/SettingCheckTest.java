package org.postyard.control.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postyard.api.administration.SettingsDesk.Setting;
import org.postyard.api.administration.SettingsDesk.Type;

class SettingCheckTest {
    @Test
    void numbersAreCheckedAgainstTheirRange() {
        Setting port = setting(Type.INTEGER, 0, "1", "65535", Map.of());

        assertThat(SettingCheck.of(port, List.of("2525"))).isEmpty();
        assertThat(SettingCheck.of(port, List.of("0")))
                .hasValueSatisfying(why -> assertThat(why).contains("at least 1"));
        assertThat(SettingCheck.of(port, List.of("65536"))).isPresent();
        assertThat(SettingCheck.of(port, List.of("many"))).contains("'many' is no whole number");
        assertThat(SettingCheck.of(port, List.of("1", "2"))).contains("takes one value, not 2");
        assertThat(SettingCheck.of(port, List.of())).isEmpty();
        assertThat(SettingCheck.of(setting(Type.INTEGER, 0, "", "", Map.of()), List.of("3000000000")))
                .isPresent();
        assertThat(SettingCheck.of(setting(Type.LONG, 0, "", "", Map.of()), List.of("3000000000")))
                .isEmpty();
        assertThat(SettingCheck.of(setting(Type.DOUBLE, 0, "", "0.5", Map.of()), List.of("0.6")))
                .isPresent();
        assertThat(SettingCheck.of(setting(Type.DOUBLE, 0, "", "", Map.of()), List.of("NaN")))
                .isPresent();
    }

    @Test
    void otherTypesAreCheckedToo() {
        assertThat(SettingCheck.of(setting(Type.BOOLEAN, 0, "", "", Map.of()), List.of("yes")))
                .isPresent();
        assertThat(SettingCheck.of(setting(Type.BOOLEAN, 0, "", "", Map.of()), List.of("true")))
                .isEmpty();
        assertThat(SettingCheck.of(setting(Type.TEXT, 0, "2", "3", Map.of()), List.of("a")))
                .isPresent();
        assertThat(SettingCheck.of(setting(Type.TEXT, 0, "2", "3", Map.of()), List.of("abcd")))
                .isPresent();
        assertThat(SettingCheck.of(setting(Type.CHARACTER, 0, "", "", Map.of()), List.of("ab")))
                .isPresent();
        assertThat(SettingCheck.of(setting(Type.TEXT, 2, "", "", Map.of()), List.of("a", "b", "c")))
                .isPresent();
        assertThat(SettingCheck.of(setting(Type.TEXT, 0, "", "", Map.of("on", "On")), List.of("off")))
                .isPresent();
    }

    @Test
    void rangesAreReadFromTheMetatypeDocument() throws Exception {
        String xml = "<metatype:MetaData xmlns:metatype='http://www.osgi.org/xmlns/metatype/v1.4.0'>"
                + "<OCD id='x'><AD id='port' type='Integer' min='1' max='65535'/><AD id='name' type='String'/></OCD>"
                + "</metatype:MetaData>";

        Map<String, ValueRange> ranges =
                ValueRange.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(ranges.get("x/port")).isEqualTo(new ValueRange(Optional.of("1"), Optional.of("65535")));
        assertThat(ranges.get("x/name")).isEqualTo(ValueRange.ANY);
    }

    private static Setting setting(Type type, int cardinality, String least, String most, Map<String, String> options) {
        return new Setting(
                "x", "X", "", type, cardinality, true, options, given(least), given(most), List.of(), List.of(), false);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
