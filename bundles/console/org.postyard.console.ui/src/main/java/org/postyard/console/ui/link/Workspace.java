package org.postyard.console.ui.link;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;

/** The folder in which the console keeps what it remembers. */
public final class Workspace {

    private Workspace() {}

    public static Path folder() {
        Location location = Platform.getInstanceLocation();
        return Path.of(URI.create(location.getURL().toString().replace(" ", "%20")));
    }
}
