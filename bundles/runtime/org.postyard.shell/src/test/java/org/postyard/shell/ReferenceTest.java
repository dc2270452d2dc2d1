package org.postyard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.Role;

/** The list of commands in the documents says what the code says. */
class ReferenceTest {
    @Test
    void everyCommandIsListedWithItsDescriptionAndItsRoles() throws IOException {
        String reference = Files.readString(Path.of("../../../docs/shell.md"));
        TestShell.commands().forEach((name, type) -> {
            StringBuilder row = new StringBuilder("| `postyard:" + name + "` | ");
            row.append(type.getAnnotation(Command.class).description()).append(" | ");
            for (Role role : Role.values())
                if (TestShell.command(name).operation().allowedTo(role))
                    row.append(role.realmName()).append(", ");
            assertThat(reference).contains(row.substring(0, row.length() - 2) + " |");
        });
    }
}
