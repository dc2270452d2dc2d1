package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The README's table is the Metatype, so that no default changes unnoticed. */
class ReadmeTest {
    @Test
    void theConfigurationTableEqualsTheMetatype() throws Exception {
        List<String> rows = new ArrayList<>();
        NodeList attributes = metatype();
        for (int i = 0; i < attributes.getLength(); i++) rows.add(row((Element) attributes.item(i)));
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        int first = readme.indexOf("| id | type | default | description |") + 2;
        List<String> table = readme.subList(first, readme.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(table).hasSize(SmtpConnectorConfig.class.getDeclaredMethods().length);
        assertThat(table).isEqualTo(rows);
    }

    private static String row(Element attribute) {
        String standard = attribute.getAttribute("default");
        return "| `" + attribute.getAttribute("id") + "` | " + attribute.getAttribute("type") + " | "
                + (standard.isEmpty() ? "" : "`" + standard + "`") + " | " + attribute.getAttribute("description")
                + " |";
    }

    private static NodeList metatype() throws Exception {
        String file = "/OSGI-INF/metatype/org.postyard.connector.smtp.SmtpConnectorConfig.xml";
        try (InputStream in = ReadmeTest.class.getResourceAsStream(file)) {
            if (in == null) throw new AssertionError(file + " is missing");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("AD");
        }
    }
}
