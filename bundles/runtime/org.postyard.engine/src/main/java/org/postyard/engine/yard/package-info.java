/** The dispatcher and what it does with queues, paths and attempts. */
@NullMarked
package org.postyard.engine.yard;

import org.jspecify.annotations.NullMarked;
