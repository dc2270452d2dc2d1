package org.postyard.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the store. */
@ObjectClassDefinition(
        name = "Store",
        description = "Database of fleet versions, journal, suppressions, directives and keys.")
@interface StoreConfig {
    @AttributeDefinition(
            name = "URL",
            description =
                    "JDBC URL. jdbc:h2:file:... is embedded; jdbc:postgresql://host/database uses a server, whose database must be in UTF8.")
    String url() default "jdbc:h2:file:${karaf.base}/store/postyard";

    @AttributeDefinition(name = "User", description = "Database user.")
    String user() default "postyard";

    @AttributeDefinition(
            name = "Password",
            description = "Where the password is found: env:NAME or file:PATH. Empty for none.",
            type = AttributeType.STRING)
    String password() default "";

    @AttributeDefinition(name = "Pool size", description = "Most connections to the database.", min = "1")
    int poolSize() default 6;

    @AttributeDefinition(
            name = "Connection timeout",
            description = "Milliseconds to wait for a connection before the database counts as unavailable.",
            min = "1")
    long connectionTimeoutMillis() default 5_000;

    @AttributeDefinition(
            name = "Node",
            description = "Number of this node, 0 to 255; each node that shares a database needs its own.",
            min = "0",
            max = "255")
    int node() default 0;
}
