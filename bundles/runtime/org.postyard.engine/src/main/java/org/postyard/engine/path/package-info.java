/** Servers, sources, paths and conversations, with their limits, their health and their traffic figures. */
@NullMarked
package org.postyard.engine.path;

import org.jspecify.annotations.NullMarked;
