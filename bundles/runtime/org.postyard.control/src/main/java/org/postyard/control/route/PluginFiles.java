package org.postyard.control.route;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.postyard.api.administration.PluginDesk.Preview;
import org.postyard.api.administration.UnfitFileException;
import org.postyard.control.problem.Problems;
import org.postyard.protocol.FieldProblem;

/** Looks at uploaded files, and refuses what is no plug-in or lacks something, with a 422 that says what. */
final class PluginFiles {
    private PluginFiles() {}

    /** The preview of a file that can be installed; the file is deleted if it cannot. */
    static Preview preview(Path file, Supplier<Preview> look) {
        return begin(file, () -> {
            Preview preview = look.get();
            refuseIncomplete(preview);
            return preview;
        });
    }

    static void refuseIncomplete(Preview preview) {
        if (preview.missing().isEmpty()) return;
        throw Problems.invalid(
                "This node does not have what " + preview.name() + " needs: " + String.join(", ", preview.missing())
                        + ".",
                preview.missing().stream()
                        .map(missing -> new FieldProblem("/file", 0, missing + " is missing"))
                        .toList());
    }

    /** Does something with a file; if it is refused, the file is deleted. */
    static <T> T begin(Path file, Supplier<T> action) {
        try {
            return action.get();
        } catch (UnfitFileException e) {
            PluginUploads.delete(file);
            throw Problems.invalid("/file", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            PluginUploads.delete(file);
            throw e;
        }
    }
}
