package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postyard.control.view.AddressMask;

class AddressMaskTest {
    @Test
    void onlyTheFirstLetterAndTheDomainStay() {
        assertThat(AddressMask.hide("anna.smith@a.example")).isEqualTo("a***@a.example");
        assertThat(AddressMask.hide("a@a.example")).isEqualTo("a***@a.example");
        assertThat(AddressMask.hide("jürgen@[192.0.2.1]")).isEqualTo("j***@[192.0.2.1]");
    }

    @Test
    void addressesInsideASentenceAreHiddenToo() {
        assertThat(AddressMask.hide("550 5.1.1 <anna@a.example>: no such user, ask bert+x@b.example"))
                .isEqualTo("550 5.1.1 <a***@a.example>: no such user, ask b***@b.example");
    }

    @Test
    void whatHasNoAddressIsLeftAlone() {
        assertThat(AddressMask.hide("451 4.7.1 try again later")).isEqualTo("451 4.7.1 try again later");
        assertThat(AddressMask.hide("")).isEmpty();
    }
}
