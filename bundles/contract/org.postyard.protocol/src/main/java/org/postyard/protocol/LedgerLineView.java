package org.postyard.protocol;

/**
 * The ledger of one message class.
 *
 * @param difference recipients that are missing (positive) or too many (negative)
 */
public record LedgerLineView(
        String messageClass,
        long accepted,
        long delivered,
        long relayed,
        long bounced,
        long expired,
        long suppressed,
        long cancelled,
        long queued,
        long difference) {}
