package org.postyard.console.ui.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.eclipse.emf.ecore.resource.Resource;

/** Writes the model of the workbench as the workbench itself does when it ends, but so that there is never half a file. */
final class LayoutFile {

    /** What marks itself as not to be remembered is left out, as at a proper end. */
    private static final Map<String, Boolean> OPTIONS = Map.of("E4_FILTER_PERSISTED_STATE", Boolean.TRUE);

    private LayoutFile() {}

    static void write(Resource model, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.save(bytes, OPTIONS);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.createDirectories(file.getParent());
        Files.write(next, bytes.toByteArray());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
