/** Settings of plug-ins and parts of the node, as their Metatype describes them. */
@NullMarked
package org.postyard.control.setting;

import org.jspecify.annotations.NullMarked;
