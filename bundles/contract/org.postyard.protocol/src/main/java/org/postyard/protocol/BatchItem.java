package org.postyard.protocol;

import java.util.Optional;

/**
 * One message of a batch.
 *
 * @param status what the HTTP status would be for this message alone
 */
public record BatchItem(int index, int status, Optional<String> id, Optional<Problem> problem) {}
