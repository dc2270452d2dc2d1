/** Round robin, weighted, least connections and source-IP hash: four balancers, each a component of its own. */
@NullMarked
package org.postyard.balancer.basic;

import org.jspecify.annotations.NullMarked;
