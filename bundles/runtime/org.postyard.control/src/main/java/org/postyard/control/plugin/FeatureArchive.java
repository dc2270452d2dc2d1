package org.postyard.control.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.postyard.api.administration.UnfitFileException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A feature archive (KAR): a zip with a Maven repository in {@code repository/} that has bundles and a features document.
 * Reads everything it is asked for from the file itself.
 */
final class FeatureArchive {
    private static final String REPOSITORY = "repository/";
    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_XML_BYTES = 4_000_000;

    /** A feature that the archive brings. */
    record Declared(String name, String version) {}

    private final Path file;
    private final String document;
    private final List<Declared> features;

    private FeatureArchive(Path file, String document, List<Declared> features) {
        this.file = file;
        this.document = document;
        this.features = features;
    }

    /** Whether a file has a repository in it, so that it is meant to be a feature archive. */
    static boolean looksLikeOne(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().startsWith(REPOSITORY));
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws UnfitFileException if there is no features document in it */
    static FeatureArchive read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            if (entries.size() > MOST_ENTRIES) throw new UnfitFileException("The archive has more than 1,000 entries.");
            for (ZipEntry entry : entries) {
                if (!entry.getName().startsWith(REPOSITORY) || !entry.getName().endsWith(".xml")) continue;
                List<Declared> features = featuresIn(zip, entry);
                if (!features.isEmpty()) return new FeatureArchive(file, entry.getName(), features);
            }
        } catch (IOException e) {
            throw new UnfitFileException("The feature archive cannot be read: " + e.getMessage() + ".");
        }
        throw new UnfitFileException("The archive has no features document (an .xml with features) in repository/.");
    }

    private static List<Declared> featuresIn(ZipFile zip, ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream stream = zip.getInputStream(entry)) {
            bytes = stream.readNBytes((int) MOST_XML_BYTES);
        }
        try {
            Element root = parse(new String(bytes, StandardCharsets.UTF_8)).getDocumentElement();
            if (!root.getLocalName().equals("features")) return List.of();
            NodeList children = root.getChildNodes();
            List<Declared> found = new ArrayList<>();
            for (int i = 0; i < children.getLength(); i++)
                if (children.item(i) instanceof Element child
                        && child.getLocalName().equals("feature"))
                    found.add(new Declared(child.getAttribute("name"), child.getAttribute("version")));
            return List.copyOf(found);
        } catch (SAXException | ParserConfigurationException e) {
            return List.of();
        }
    }

    private static Document parse(String xml) throws SAXException, ParserConfigurationException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    List<Declared> features() {
        return features;
    }

    /** All bundles in it, read from copies in a folder. */
    List<PluginFile> bundles(Path folder) throws IOException {
        List<PluginFile> bundles = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(jar -> jar.getName().endsWith(".jar")).toList()) {
                Path copy = folder.resolve(bundles.size() + ".jar");
                try (InputStream stream = zip.getInputStream(entry)) {
                    Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                bundles.add(PluginFile.readBundle(copy));
            }
        }
        return List.copyOf(bundles);
    }

    /** Unpacks the repository and returns where its features document is now. */
    Path unpack(Path folder) throws IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.isDirectory() || !entry.getName().startsWith(REPOSITORY)) continue;
                Path target = inside(root, entry.getName());
                Files.createDirectories(Objects.requireNonNull(target.getParent(), "it is inside the folder"));
                try (InputStream stream = zip.getInputStream(entry)) {
                    Files.copy(stream, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return inside(root, document);
    }

    private static Path inside(Path root, String entry) throws IOException {
        Path target = root.resolve(entry.substring(REPOSITORY.length())).normalize();
        if (!target.startsWith(root)) throw new IOException("an entry leaves the archive: " + entry);
        return target;
    }
}
