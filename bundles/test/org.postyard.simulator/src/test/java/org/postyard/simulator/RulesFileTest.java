package org.postyard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.simulator.ProviderRules.MxHost;
import org.postyard.simulator.ProviderRules.Occasion;

class RulesFileTest {
    @Test
    void builtInProvidersHavePortsOfTheirOwnAndWordEveryOccasionWithItsRightClass() {
        List<ProviderRules> providers = RulesFile.builtIn();

        assertThat(providers)
                .extracting(ProviderRules::id)
                .containsExactly("gmail", "yahoo", "outlook", "icloud", "business", "elsewhere");
        assertThat(providers.stream().flatMap(provider -> provider.mxHosts().stream()))
                .extracting(MxHost::portOffset)
                .doesNotHaveDuplicates();
        for (ProviderRules provider : providers) {
            assertThat(provider.reply(Occasion.UNKNOWN_USER).permanent()).isTrue();
            assertThat(provider.reply(Occasion.DEFERRED).permanent()).isFalse();
            assertThat(provider.reply(Occasion.TOO_FAST).permanent()).isFalse();
            assertThat(provider.reply(Occasion.TOO_MANY_CONNECTIONS).closes()).isTrue();
        }
    }

    @Test
    void aMultiLineReplyCarriesCodeAndStatusOnEveryLine() {
        Reply reply = Reply.parse("450 4.2.1 first {ip}|second <{recipient}>");

        assertThat(reply.wire("127.0.0.9", "mx", "a@b"))
                .isEqualTo("450-4.2.1 first 127.0.0.9\r\n450 4.2.1 second <a@b>\r\n");
    }

    @Test
    void aReplyWithoutEnhancedCodeKeepsItsText() {
        assertThat(Reply.parse("554 delivery error: dd").wire("", "", "")).isEqualTo("554 delivery error: dd\r\n");
    }

    @Test
    void aWrongValueIsNamedWithItsKey() {
        assertThatThrownBy(() -> Simulation.rules("deferralShare = 2")).hasMessageContaining("p.deferralShare");
        assertThatThrownBy(() -> Simulation.rules("messagesPerConnection = many"))
                .hasMessageContaining("p.messagesPerConnection")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> Simulation.rules("reply.deferred = later")).hasMessageContaining("p.reply.deferred");
    }
}
