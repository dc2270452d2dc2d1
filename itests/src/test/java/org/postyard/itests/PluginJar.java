package org.postyard.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes a plug-in bundle of one class of these tests: a declarative service with properties. */
final class PluginJar {
    private static final String COMPONENT = "OSGI-INF/component.xml";

    private PluginJar() {}

    static byte[] of(Path folder, Class<?> component, String version, Class<?> contract, Map<String, String> properties)
            throws IOException {
        Path file = folder.resolve(component.getSimpleName() + ".jar");
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(file), manifest(component, version, contract))) {
            put(jar, COMPONENT, descriptor(component, contract, properties));
            String path = component.getName().replace('.', '/') + ".class";
            try (InputStream code = component.getClassLoader().getResourceAsStream(path)) {
                if (code == null) throw new IllegalStateException("no class file " + path);
                put(jar, path, code.readAllBytes());
            }
        }
        return Files.readAllBytes(file);
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static Manifest manifest(Class<?> component, String version, Class<?> contract) {
        Manifest manifest = new Manifest();
        Map.of(
                        "Manifest-Version",
                        "1.0",
                        "Bundle-ManifestVersion",
                        "2",
                        "Bundle-SymbolicName",
                        component.getName(),
                        "Bundle-Version",
                        version,
                        "Service-Component",
                        COMPONENT,
                        "Import-Package",
                        contract.getPackageName(),
                        "Provide-Capability",
                        "osgi.service;objectClass:List<String>=\"" + contract.getName() + "\"")
                .forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        return manifest;
    }

    private static byte[] descriptor(Class<?> component, Class<?> contract, Map<String, String> properties) {
        StringBuilder text = new StringBuilder()
                .append("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"")
                .append(component.getName())
                .append("\" init=\"1\">\n");
        properties.forEach((name, value) -> text.append("  <property name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value)
                .append("\"/>\n"));
        text.append("  <service><provide interface=\"")
                .append(contract.getName())
                .append("\"/></service>\n");
        text.append("  <implementation class=\"").append(component.getName()).append("\"/>\n</scr:component>\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
