package org.postyard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Completer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Help that a stranger can follow. */
class HelpTest {
    static Set<String> names() {
        return TestShell.commands().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandHasADescriptionAndAnExampleThatUsesIt(String name) {
        Command command = annotation(name);
        assertThat(command.scope()).isEqualTo("postyard");
        assertThat(command.description()).hasSizeGreaterThan(15).doesNotEndWith(".");
        assertThat(command.detailedDescription()).contains("  postyard:" + name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void examplesUseOptionsThatExistAndPutThemBeforeArguments(String name) {
        Set<String> options = TestShell.parameters(TestShell.command(name).getClass()).stream()
                .filter(field -> field.isAnnotationPresent(Option.class))
                .map(field -> field.getAnnotation(Option.class).name())
                .collect(Collectors.toSet());
        annotation(name)
                .detailedDescription()
                .lines()
                .filter(line -> line.strip().startsWith("postyard:" + name + " "))
                .flatMap(line ->
                        Arrays.stream(line.strip().replaceAll(" {3,}\\(.*", "").split(" ")))
                .filter(word -> word.startsWith("--"))
                .forEach(word -> assertThat(options).contains(word));
    }

    @ParameterizedTest
    @MethodSource("names")
    void examplesFitIntoAScreenOfEightyColumns(String name) {
        annotation(name)
                .detailedDescription()
                .lines()
                .filter(line -> line.startsWith("  "))
                .forEach(line -> assertThat(line).hasSizeLessThanOrEqualTo(71));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOptionAndArgumentIsDescribed(String name) {
        for (Field field : TestShell.parameters(TestShell.command(name).getClass())) {
            Option option = field.getAnnotation(Option.class);
            Argument argument = field.getAnnotation(Argument.class);
            String description = option == null ? argument.description() : option.description();
            assertThat(description).as(field.getName()).hasSizeGreaterThan(3).doesNotEndWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void karafCanMakeTheCommandAndItsCompleters(String name) throws NoSuchMethodException {
        Class<?> type = TestShell.command(name).getClass();
        assertThat(type).hasAnnotation(Service.class);
        for (Field field : TestShell.parameters(type)) {
            Completion completion = field.getAnnotation(Completion.class);
            if (completion == null) continue;
            Class<?> completer = completion.value();
            assertThat(completer).hasAnnotation(Service.class);
            assertThat(Completer.class).isAssignableFrom(completer);
            assertThat(Modifier.isPublic(completer.getConstructor().getModifiers()))
                    .isTrue();
        }
    }

    private static Command annotation(String name) {
        return TestShell.command(name).getClass().getAnnotation(Command.class);
    }
}
