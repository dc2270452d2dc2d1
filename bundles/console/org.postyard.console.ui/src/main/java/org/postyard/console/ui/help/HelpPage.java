package org.postyard.console.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postyard.console.ui.navigation.Destination;

/** A page of help, by the name of the view that it explains. Its text is {@code help/NAME.md} in this bundle. */
public record HelpPage(String name, String title) {

    /** Read this first. */
    static final HelpPage START = new HelpPage("start", "First steps");

    /** Keys, which are listed as they are bound. */
    static final HelpPage KEYS = new HelpPage("keys", "Keys");

    private static final String VIEW = "org.postyard.console.ui.";

    /** All pages in the order of the navigation. */
    static List<HelpPage> all() {
        Stream<HelpPage> views = Arrays.stream(Destination.values())
                .filter(destination -> destination != Destination.HELP)
                .map(destination -> new HelpPage(nameOf(destination.viewId()), destination.label()));
        return Stream.of(Stream.of(START), views, Stream.of(KEYS))
                .flatMap(pages -> pages)
                .filter(HelpPage::written)
                .toList();
    }

    /** The page of a view; the first steps for one that has none. */
    static HelpPage ofView(String viewId) {
        return named(nameOf(viewId)).orElse(START);
    }

    static Optional<HelpPage> named(String name) {
        return all().stream().filter(page -> page.name().equals(name)).findFirst();
    }

    private static String nameOf(String viewId) {
        return viewId.startsWith(VIEW) ? viewId.substring(VIEW.length()) : viewId;
    }

    private boolean written() {
        return HelpPage.class.getResource(resource()) != null;
    }

    private String resource() {
        return "/help/" + name + ".md";
    }

    /** The page as it is written. */
    String text() {
        try (InputStream input = HelpPage.class.getResourceAsStream(resource())) {
            if (input == null) {
                throw new IllegalStateException("no page " + resource());
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
