/** Round robin, weighted, least connections and source-IP hash. */
@NullMarked
package org.postyard.balancer.basic;

import org.jspecify.annotations.NullMarked;
