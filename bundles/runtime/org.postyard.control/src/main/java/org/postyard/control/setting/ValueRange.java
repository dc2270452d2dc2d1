package org.postyard.control.setting;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Least and most of a setting, which the Metatype documents have and its service does not tell. */
record ValueRange(Optional<String> least, Optional<String> most) {
    private static final Logger LOG = LoggerFactory.getLogger(ValueRange.class);
    static final ValueRange ANY = new ValueRange(Optional.empty(), Optional.empty());

    /** By object class and attribute, for all Metatype documents of a bundle: {@code ocd/attribute}. */
    static Map<String, ValueRange> of(Bundle bundle) {
        @Nullable Enumeration<URL> documents = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        if (documents == null) return Map.of();
        Map<String, ValueRange> ranges = new HashMap<>();
        for (URL document : Collections.list(documents)) {
            try (InputStream xml = document.openStream()) {
                ranges.putAll(read(xml));
            } catch (IOException | SAXException | ParserConfigurationException e) {
                LOG.warn("Metatype document cannot be read: {} {}", document, e.toString());
            }
        }
        return Map.copyOf(ranges);
    }

    static Map<String, ValueRange> read(InputStream xml)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        NodeList classes = factory.newDocumentBuilder().parse(xml).getElementsByTagName("OCD");
        Map<String, ValueRange> ranges = new HashMap<>();
        for (int i = 0; i < classes.getLength(); i++)
            if (classes.item(i) instanceof Element type) {
                NodeList attributes = type.getElementsByTagName("AD");
                for (int j = 0; j < attributes.getLength(); j++)
                    if (attributes.item(j) instanceof Element attribute)
                        ranges.put(
                                type.getAttribute("id") + "/" + attribute.getAttribute("id"),
                                new ValueRange(text(attribute, "min"), text(attribute, "max")));
            }
        return ranges;
    }

    private static Optional<String> text(Element element, String name) {
        return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty());
    }
}
