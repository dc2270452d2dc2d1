package org.postyard.api.delivery;

import org.postyard.api.fleet.EgressPath;
import org.postyard.api.message.Content;

/**
 * A step between ready queue and connector that may sign the message or rewrite its headers (DKIM, for example).
 *
 * <p>Whiteboard service; stages are applied in the order of {@code service.ranking}, highest first. Called on an engine
 * executor, concurrently; must use CPU only. Without any stage the hot path has no such step.
 */
public interface DepartureStage {
    /** The content to send instead; the argument itself if nothing is to change. The spooled content never changes. */
    Content prepare(OutboundMessage message, EgressPath path);
}
