/** Settings of plug-ins and parts of the node. */
@NullMarked
package org.postyard.shell.setting;

import org.jspecify.annotations.NullMarked;
