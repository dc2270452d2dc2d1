package org.postyard.protocol;

import java.time.Instant;

/**
 * A plug-in file that was sent to the node and waits for the word to install it.
 *
 * @param keptUntil it is thrown away then
 */
public record UploadView(String id, String fileName, long sizeBytes, Instant keptUntil, PluginPreview preview) {}
