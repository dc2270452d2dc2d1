package org.postyard.console.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Target;
import org.postyard.protocol.SourceView;

class QuickSearchTest {
    private final RuntimeSnapshot snapshot = Examples.withQueues(
            Examples.with(
                    Examples.snapshot("READ_ADDRESSES"),
                    List.of(Examples.server("mta-1", "ams", "active"), Examples.server("mta-10", "ams", "active")),
                    List.of(Examples.source("ip-1", "mta-1"), Examples.source("big-mta-1", "mta-10"))),
            List.of(Examples.queue("acme", "spring", "example.org", 10, false)),
            List.of());
    private final QuickSearch search = new QuickSearch(
            List.of(new Command("drain", "Drain server", "Ctrl+D"), new Command("theme", "Dark theme", "")),
            List.of(snapshot));

    @Test
    void theVeryNameComesBeforeABeginningBeforeAMiddle() {
        assertThat(titles("mta-1")).containsExactly("mta-1", "mta-10", "big-mta-1", "ip-1");
    }

    @Test
    void allWordsMustOccurInNameOrDetail() {
        assertThat(titles("acme example")).containsExactly("acme/spring/example.org");
        assertThat(titles("ip mta-1")).contains("ip-1");
        assertThat(titles("acme nowhere")).isEmpty();
    }

    @Test
    void commandsAreFoundByTheirTitleAndAllAreShownAtFirst() {
        assertThat(titles("dark")).containsExactly("Dark theme");
        assertThat(titles("")).containsExactly("Dark theme", "Drain server");
    }

    @Test
    void aMessageIdOrAddressOffersItsMessagesToThoseWhoMayReadThem() {
        assertThat(search.find("0akxmtky80000", 5).get(0).target()).isEqualTo(new Target.ToMessage("0akxmtky80000"));
        assertThat(search.find("someone@example.com", 5).get(0).target())
                .isEqualTo(new Target.ToMessagesOf("someone@example.com"));
        QuickSearch viewer = new QuickSearch(List.of(), List.of(Examples.snapshot("WATCH")));
        assertThat(viewer.find("someone@example.com", 5)).isEmpty();
    }

    @Test
    void aLargeFleetGivesTheBestOnly() {
        List<SourceView> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) many.add(Examples.source("mta-" + i / 40 + "-ip" + i % 40, "mta-" + i / 40));
        QuickSearch large = new QuickSearch(List.of(), List.of(Examples.with(snapshot, List.of(), many)));
        assertThat(large.find("mta-321-ip7", 10))
                .extracting(Found::title)
                .first()
                .isEqualTo("mta-321-ip7");
        assertThat(large.find("mta", 10))
                .hasSize(10)
                .extracting(Found::title)
                .first()
                .isEqualTo("mta-0-ip0");
    }

    private List<String> titles(String text) {
        return search.find(text, 10).stream().map(Found::title).toList();
    }
}
