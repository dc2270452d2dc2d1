/** Fleet versions, journal, suppressions and keys in H2 or PostgreSQL, through Hibernate. */
@NullMarked
package org.postyard.store;

import org.jspecify.annotations.NullMarked;
