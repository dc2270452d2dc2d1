package org.postyard.protocol;

/**
 * What became of one submitted message.
 *
 * @param id message id
 * @param status {@code accepted}: durable, and Postyard's responsibility from now on
 */
public record SubmissionReceipt(String id, String status) {}
