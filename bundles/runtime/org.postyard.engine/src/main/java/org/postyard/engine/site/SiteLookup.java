package org.postyard.engine.site;

import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.DestinationSite;

/** Answer to the question which site serves a domain. */
public sealed interface SiteLookup {
    /** @param validMillis for how long the answer may be used */
    record Found(DestinationSite site, long validMillis) implements SiteLookup {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.found(this);
        }
    }

    /** The domain does not exist or takes no mail: its messages bounce with this reply. */
    record NoMail(SmtpReply reply) implements SiteLookup {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.noMail(this);
        }
    }

    /** DNS did not answer; its messages wait. */
    record Failed(String reason) implements SiteLookup {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failed(this);
        }
    }

    <T> T fold(Cases<T> cases);

    /** One method per case, so that a new case stops every reader from compiling. */
    interface Cases<T> {
        T found(Found found);

        T noMail(NoMail noMail);

        T failed(Failed failed);
    }
}
