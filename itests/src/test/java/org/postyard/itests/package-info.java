/** Tests of the assembled distribution as a process, with everything around it that can fail. */
@NullMarked
package org.postyard.itests;

import org.jspecify.annotations.NullMarked;
