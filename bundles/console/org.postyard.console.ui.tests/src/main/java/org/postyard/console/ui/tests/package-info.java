/** Tests that work with the running workbench of the product. */
@NullMarked
package org.postyard.console.ui.tests;

import org.jspecify.annotations.NullMarked;
