package org.postyard.control.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the control API. */
@ObjectClassDefinition(name = "Control API", description = "Who may use it, and how much of it at once.")
public @interface ControlConfig {
    @AttributeDefinition(name = "Realm", description = "Name of the JAAS realm with the accounts.")
    String realm() default "karaf";

    @AttributeDefinition(
            name = "Password cache",
            description = "Seconds for which a right password is not checked again; 0 checks it at each request.",
            min = "0")
    int passwordCacheSeconds() default 60;

    @AttributeDefinition(
            name = "Failed log-ins allowed",
            description = "Number of wrong passwords for one account from one client before it is locked out.",
            min = "1")
    int failedLoginsAllowed() default 10;

    @AttributeDefinition(
            name = "Lock-out",
            description = "Seconds without another attempt after which a locked-out client may try again.",
            min = "0")
    int lockoutSeconds() default 60;

    @AttributeDefinition(
            name = "Largest body",
            description = "Bytes; of requests other than uploads of plug-ins.",
            min = "1")
    long maxBodyBytes() default 4_194_304;

    @AttributeDefinition(name = "Largest plug-in", description = "Bytes; of an uploaded plug-in.", min = "1")
    long maxPluginBytes() default 134_217_728;

    @AttributeDefinition(name = "Stream clients", description = "Number of live streams at one time.", min = "1")
    int maxStreamClients() default 100;

    @AttributeDefinition(
            name = "Stream heartbeat",
            description = "Seconds between comment lines on a stream that has nothing else to say.",
            min = "1")
    int streamHeartbeatSeconds() default 10;

    @AttributeDefinition(
            name = "Stream stall",
            description = "Seconds without any progress after which a slow stream client is cut off.",
            min = "1")
    int streamStallSeconds() default 30;

    @AttributeDefinition(
            name = "Stream queue",
            description = "Number of frames that wait in memory for one stream client at most.",
            min = "1")
    int streamQueueFrames() default 1_000;
}
