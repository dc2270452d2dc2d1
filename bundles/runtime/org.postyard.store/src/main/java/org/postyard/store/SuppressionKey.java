package org.postyard.store;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** What identifies a suppression; the tenant is empty for everybody's. */
@Embeddable
record SuppressionKey(String address, String tenant, String reason) implements Serializable {}
