package org.postyard.control.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.postyard.api.access.Operation;

/** Names what a route does, so that the table in {@link Operation} decides who may use it. A route without it is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
    Operation value();
}
