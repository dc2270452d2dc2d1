/** Contract tests and fakes for authors of plug-ins and stores. */
@NullMarked
package org.postyard.testkit;

import org.jspecify.annotations.NullMarked;
