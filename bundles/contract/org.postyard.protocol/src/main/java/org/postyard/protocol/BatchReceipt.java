package org.postyard.protocol;

import java.util.List;

/** What became of each message of a batch, in the order of the request. */
public record BatchReceipt(int accepted, int refused, List<BatchItem> results) {
    public BatchReceipt {
        results = List.copyOf(results);
    }
}
