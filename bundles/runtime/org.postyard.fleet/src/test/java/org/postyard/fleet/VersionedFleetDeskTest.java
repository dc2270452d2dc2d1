package org.postyard.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.FleetDesk.Applied;
import org.postyard.api.fleet.FleetListener;
import org.postyard.api.fleet.FleetVersion;

class VersionedFleetDeskTest {
    private static final String ONE = "{version: 1, servers: [{id: a}]}";
    private static final String TWO = "{version: 1, servers: [{id: a}, {id: b}]}";
    private static final String INVALID = "{version: 1, servers: [{id: a, nexthop: x}]}";

    @TempDir
    Path folder = Path.of("");

    private final VersionsInMemory versions = new VersionsInMemory();
    private final List<Integer> told = new ArrayList<>();

    @Test
    void allDefaultsAreAsDocumented() throws NoSuchMethodException {
        assertThat(VersionedFleetDesk.Config.class
                        .getDeclaredMethod("initialFleet")
                        .getDefaultValue())
                .isEqualTo("");
        assertThat(VersionedFleetDesk.Config.class
                        .getDeclaredMethod("forceInitial")
                        .getDefaultValue())
                .isEqualTo(false);
    }

    @Test
    void withoutAnyDocumentNothingCanBeSentAndEverythingCanWait() {
        VersionedFleetDesk desk = started("", false);
        assertThat(desk.currentVersion()).isEmpty();
        assertThat(desk.current().servers()).isEmpty();
        assertThat(desk.current().routes()).singleElement().satisfies(route -> assertThat(
                        desk.current().pool(route.pool()))
                .isPresent());
        assertThat(desk.export()).contains("No fleet has been applied yet");
    }

    @Test
    void anAppliedDocumentIsKeptAndEveryListenerIsTold() {
        VersionedFleetDesk desk = started("", false);
        desk.bindListener(this::note);
        Applied applied = desk.apply(ONE, "anna", "first");
        assertThat(applied.ok()).isTrue();
        assertThat(applied.version()).map(FleetVersion::number).contains(1L);
        assertThat(applied.changes()).anyMatch(line -> line.startsWith("added server a"));
        assertThat(desk.currentVersion()).isEqualTo(versions.newest());
        assertThat(desk.export()).isEqualTo(ONE);
        assertThat(told).containsExactly(0, 1);
    }

    @Test
    void aListenerThatComesLaterIsToldAtOnceAndOneThatLeftNoMore() {
        VersionedFleetDesk desk = started("", false);
        desk.apply(ONE, "anna", "");
        FleetListener late = this::note;
        desk.bindListener(late);
        desk.apply(TWO, "anna", "");
        desk.unbindListener(late);
        desk.apply(ONE, "anna", "");
        assertThat(told).containsExactly(1, 2);
    }

    @Test
    void listenersThatWereThereBeforeTheStartHearOnlyTheFleetInForce() {
        versions.append("anna", "", TWO);
        VersionedFleetDesk desk = new VersionedFleetDesk("", false, versions);
        desk.bindListener(this::note);
        assertThat(told).isEmpty();
        desk.start();
        assertThat(told).containsExactly(2);
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheOthersFromHearing() {
        VersionedFleetDesk desk = started("", false);
        desk.bindListener(fleet -> {
            throw new IllegalStateException("listener is broken");
        });
        desk.bindListener(this::note);
        assertThat(desk.apply(ONE, "anna", "").ok()).isTrue();
        assertThat(told).containsExactly(0, 1);
    }

    @Test
    void anInvalidDocumentChangesNothing() {
        VersionedFleetDesk desk = started("", false);
        desk.apply(ONE, "anna", "");
        desk.bindListener(this::note);
        told.clear();
        Applied applied = desk.apply(INVALID, "anna", "");
        assertThat(applied.ok()).isFalse();
        assertThat(applied.version()).isEmpty();
        assertThat(applied.problems()).isEqualTo(desk.check(INVALID)).isNotEmpty();
        assertThat(versions.list()).hasSize(1);
        assertThat(desk.export()).isEqualTo(ONE);
        assertThat(told).isEmpty();
    }

    @Test
    void aStoreThatFailsChangesNothing() {
        VersionedFleetDesk desk = started("", false);
        desk.apply(ONE, "anna", "");
        versions.breakDown(true);
        assertThatThrownBy(() -> desk.apply(TWO, "anna", "")).hasMessage("no store");
        assertThat(desk.current().servers()).hasSize(1);
    }

    @Test
    void aStoreThatFailsAtTheStartIsAskedAgain() {
        versions.append("anna", "", TWO);
        versions.breakDown(true);
        VersionedFleetDesk desk = started("", false);
        desk.bindListener(this::note);
        assertThat(desk.current().servers()).isEmpty();
        assertThat(told).isEmpty();
        versions.breakDown(false);
        assertThat(desk.current().servers()).hasSize(2);
        assertThat(told).containsExactly(2);
    }

    @Test
    void rollingBackAppliesTheOldDocumentAsANewVersion() {
        VersionedFleetDesk desk = started("", false);
        desk.apply(ONE, "anna", "");
        desk.apply(TWO, "anna", "");
        Applied applied = desk.rollBack(1, "ben");
        assertThat(applied.changes()).contains("removed server b");
        assertThat(desk.currentVersion()).hasValueSatisfying(version -> {
            assertThat(version.number()).isEqualTo(3);
            assertThat(version.author()).isEqualTo("ben");
            assertThat(version.comment()).isEqualTo("rolled back to version 1");
        });
        assertThat(desk.rollBack(9, "ben").problems()).singleElement().satisfies(problem -> assertThat(problem.reason())
                .contains("no version 9; versions are 1 to 3"));
    }

    @Test
    void diffShowsChangesWithoutMakingThem() {
        VersionedFleetDesk desk = started("", false);
        desk.apply(ONE, "anna", "");
        assertThat(desk.diff(TWO)).anyMatch(line -> line.startsWith("added server b"));
        assertThat(desk.diff(INVALID)).singleElement().asString().startsWith("problem: line 1");
        assertThat(desk.current().servers()).hasSize(1);
    }

    @Test
    void theInitialDocumentIsAppliedOnceOnly() throws IOException {
        String file = write(ONE);
        assertThat(started(file, false).currentVersion())
                .hasValueSatisfying(version -> assertThat(version.author()).isEqualTo("start"));
        started(file, false).apply(TWO, "anna", "");
        assertThat(started(file, false).current().servers()).hasSize(2);
        assertThat(versions.list()).hasSize(2);
    }

    @Test
    void aForcedInitialDocumentIsAppliedWheneverItDiffers() throws IOException {
        String file = write(ONE);
        started(file, true);
        started(file, true);
        assertThat(versions.list()).hasSize(1);
        started(file, true).apply(TWO, "anna", "");
        assertThat(started(file, true).current().servers()).hasSize(1);
        assertThat(versions.list()).hasSize(3);
    }

    @Test
    void aBadOrMissingInitialDocumentLeavesTheKeptOneInForce() throws IOException {
        versions.append("anna", "", TWO);
        assertThat(started(write(INVALID), true).current().servers()).hasSize(2);
        assertThat(started(folder.resolve("absent.yaml").toString(), true)
                        .current()
                        .servers())
                .hasSize(2);
        assertThat(versions.list()).hasSize(1);
    }

    @Test
    void aKeptDocumentThatThisReleaseRefusesGivesWayToTheOneBefore() {
        versions.append("anna", "", ONE);
        versions.append("anna", "", INVALID);
        VersionedFleetDesk desk = started("", false);
        assertThat(desk.currentVersion()).map(FleetVersion::number).contains(1L);
        assertThat(desk.current().servers()).hasSize(1);
    }

    private void note(Fleet fleet) {
        told.add(fleet.servers().size());
    }

    private String write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("fleet.yaml"), yaml).toString();
    }

    private VersionedFleetDesk started(String initialFleet, boolean force) {
        VersionedFleetDesk desk = new VersionedFleetDesk(initialFleet, force, versions);
        desk.start();
        return desk;
    }
}
