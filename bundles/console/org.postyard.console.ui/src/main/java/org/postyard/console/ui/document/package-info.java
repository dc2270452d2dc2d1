/** The fleet document: edited with the runtime's check beside it, compared, applied and rolled back. */
@NullMarked
package org.postyard.console.ui.document;

import org.jspecify.annotations.NullMarked;
