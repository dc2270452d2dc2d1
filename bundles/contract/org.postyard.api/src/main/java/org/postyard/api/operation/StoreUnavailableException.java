package org.postyard.api.operation;

/**
 * The database cannot do its work now. Thrown by FleetVersions, Directives, ApiKeys, IdempotencyKeys and the writing
 * calls of SuppressionList; nothing was changed, the caller tries again or tells its client to.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
