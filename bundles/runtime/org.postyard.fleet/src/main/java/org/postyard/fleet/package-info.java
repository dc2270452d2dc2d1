/** The fleet document: reads, checks and compares it, keeps its versions and tells listeners which fleet is in force. */
@NullMarked
package org.postyard.fleet;

import org.jspecify.annotations.NullMarked;
