package org.postyard.protocol;

import java.util.Optional;

/** Whether an address may be sent to for a tenant, and which entry forbids it. */
public record SuppressionMatch(String address, String tenant, boolean suppressed, Optional<SuppressionView> entry) {}
