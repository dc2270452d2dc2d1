/** Settings of plug-ins and parts of the node, in forms that their Metatype describes. */
@NullMarked
package org.postyard.console.ui.configuration;

import org.jspecify.annotations.NullMarked;
