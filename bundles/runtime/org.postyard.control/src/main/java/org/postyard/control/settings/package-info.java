/** The settings of the control API, which several components share. */
@NullMarked
package org.postyard.control.settings;

import org.jspecify.annotations.NullMarked;
