package org.postyard.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.FleetVersions;

/** What every implementation of {@link FleetVersions} does; an implementation's test implements it. */
public interface FleetVersionsContract {
    /** The versions under test, empty at the beginning of each test; the same ones, read anew, at each further call. */
    FleetVersions fleetVersions();

    @Test
    default void newFleetVersionsAreEmpty() {
        assertThat(fleetVersions().newest()).isEmpty();
        assertThat(fleetVersions().list()).isEmpty();
        assertThat(fleetVersions().version(1)).isEmpty();
    }

    @Test
    default void theFirstVersionIsNumberOneAndIsThereAfterReopening() {
        FleetVersion first = fleetVersions().append("ada", "three servers", "servers: []\n");

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.author()).isEqualTo("ada");
        assertThat(first.comment()).isEqualTo("three servers");
        assertThat(first.yaml()).isEqualTo("servers: []\n");
        assertThat(fleetVersions().newest()).contains(first);
        assertThat(fleetVersions().version(1)).contains(first);
    }

    @Test
    default void everyVersionIsKeptWithItsDocument() {
        FleetVersions versions = fleetVersions();
        FleetVersion first = versions.append("ada", "", "a: 1\n");
        FleetVersion second = versions.append("bob", "again", "a: 2\n");

        assertThat(fleetVersions().version(1)).contains(first);
        assertThat(fleetVersions().newest()).contains(second);
    }

    @Test
    default void theListIsNewestFirstAndWithoutDocuments() {
        FleetVersions versions = fleetVersions();
        versions.append("ada", "one", "a: 1\n");
        versions.append("bob", "two", "a: 2\n");

        List<FleetVersion> list = fleetVersions().list();

        assertThat(list).extracting(FleetVersion::number).containsExactly(2L, 1L);
        assertThat(list).extracting(FleetVersion::comment).containsExactly("two", "one");
        assertThat(list).extracting(FleetVersion::yaml).containsOnly("");
    }

    @Test
    default void aLargeDocumentIsKeptByteForByte() {
        String yaml = "# größe 😀\r\n" + "servers: [alpha, beta]\n".repeat(100_000);
        fleetVersions().append("ada", "", yaml);

        assertThat(fleetVersions().newest()).map(FleetVersion::yaml).contains(yaml);
    }

    @Test
    default void versionsAppendedAtTheSameTimeHaveNumbersWithoutGaps() {
        FleetVersions versions = fleetVersions();
        IntStream.range(0, 20).parallel().forEach(i -> versions.append("author " + i, "", "a: " + i));

        assertThat(versions.list())
                .extracting(FleetVersion::number)
                .containsExactlyElementsOf(IntStream.iterate(20, i -> i - 1)
                        .limit(20)
                        .mapToObj(Long::valueOf)
                        .toList());
    }
}
