/** The Overview: the state of a runtime in one look. */
@NullMarked
package org.postyard.console.ui.overview;

import org.jspecify.annotations.NullMarked;
