package org.postyard.engine.site;

import java.util.concurrent.CompletionStage;
import org.postyard.api.fleet.Fleet;

/** Finds the site that serves a domain, without blocking. Thread-safe. */
public interface SiteResolver {
    /** The stage always completes normally. */
    CompletionStage<SiteLookup> siteOf(String domain, Fleet fleet);
}
