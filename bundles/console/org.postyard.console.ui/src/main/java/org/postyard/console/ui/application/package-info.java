/** The application and its window. */
@NullMarked
package org.postyard.console.ui.application;

import org.jspecify.annotations.NullMarked;
