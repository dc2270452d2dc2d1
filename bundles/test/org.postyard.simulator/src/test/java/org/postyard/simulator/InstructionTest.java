package org.postyard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postyard.simulator.Instruction.Action;

class InstructionTest {
    @Test
    void aWordWithANumberAndATagIsAnInstruction() {
        assertThat(Instruction.in("defer.3+a17.b@gmail.test")).contains(new Instruction(Action.DEFER, 3));
        assertThat(Instruction.in("SLOW.500@x.test")).contains(new Instruction(Action.SLOW, 500));
        assertThat(Instruction.in("stalldot+1@x.test")).contains(new Instruction(Action.STALL_AFTER_DOT, 0));
    }

    @Test
    void aWordWithoutANumberHasItsDefault() {
        assertThat(Instruction.in("defer@x.test")).contains(new Instruction(Action.DEFER, 1));
        assertThat(Instruction.in("bounce@x.test")).contains(new Instruction(Action.BOUNCE, 550));
    }

    @Test
    void anOrdinaryAddressIsNoInstruction() {
        assertThat(Instruction.in("john.doe@x.test")).isEmpty();
        assertThat(Instruction.in("deferred@x.test")).isEmpty();
        assertThat(Instruction.in("slow.down@x.test")).isEmpty();
        assertThat(Instruction.in("accept.1.2@x.test")).isEmpty();
        assertThat(Instruction.in("")).isEmpty();
    }
}
