package org.postyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A private Postfix instance, tuned for throughput: no DNS, connection cache, 100 deliveries at a time, no local
 * delivery. Its queue files are synced before the reply, as always with Postfix. Needs root, as Postfix does.
 */
final class Postfix implements MailSystem {
    private static final long COMMAND_SECONDS = 60;
    private static final int WARM_UP_MESSAGES = 1_000;

    private final Path config;
    private final Path queue;
    private final Path log;
    private final int port;

    Postfix(Workshop workshop, Sink sink) throws IOException, InterruptedException {
        Path folder = workshop.folder().resolve("postfix");
        config = Files.createDirectories(folder.resolve("etc"));
        queue = Files.createDirectories(folder.resolve("queue"));
        log = folder.resolve("commands.log");
        port = Workshop.freePort();
        Path data = Files.createDirectories(folder.resolve("data"));
        Tasks.run(log, List.of("chown", "postfix", data.toString()), COMMAND_SECONDS);
        Files.writeString(config.resolve("main.cf"), mainConfiguration(data, sink.port()));
        Files.writeString(config.resolve("master.cf"), services());
        postfix("start");
        SmtpProbe.awaitMailService(port, Duration.ofSeconds(20));
    }

    private String mainConfiguration(Path data, int sinkPort) {
        return """
               compatibility_level = 3.6
               queue_directory = %s
               data_directory = %s
               myhostname = postfix.bench.test
               mydestination =
               local_recipient_maps =
               alias_maps =
               alias_database =
               mynetworks = 127.0.0.0/8
               inet_interfaces = 127.0.0.1
               inet_protocols = ipv4
               smtpd_recipient_restrictions = permit_mynetworks, reject
               smtpd_relay_restrictions = permit_mynetworks, reject
               smtpd_peername_lookup = no
               smtpd_tls_security_level = none
               smtp_tls_security_level = none
               smtp_dns_support_level = disabled
               smtp_host_lookup = native
               relayhost = [127.0.0.1]:%d
               default_process_limit = 200
               default_destination_concurrency_limit = 100
               initial_destination_concurrency = 100
               smtp_connection_cache_destinations = static:all
               qmgr_message_active_limit = 50000
               qmgr_message_recipient_limit = 50000
               in_flow_delay = 0
               message_size_limit = 51200000
               mailbox_size_limit = 0
               biff = no
               maillog_file = %s
               maillog_file_prefixes = %s
               syslog_name = postyard-bench-postfix
               """.formatted(queue, data, sinkPort, queue.resolveSibling("mail.log"), queue.getParent());
    }

    private String services() {
        return """
               127.0.0.1:%d inet n - n - - smtpd
               pickup unix n - n 60 1 pickup
               cleanup unix n - n - 0 cleanup
               qmgr unix n - n 300 1 qmgr
               tlsmgr unix - - n 1000? 1 tlsmgr
               rewrite unix - - n - - trivial-rewrite
               bounce unix - - n - 0 bounce
               defer unix - - n - 0 bounce
               trace unix - - n - 0 bounce
               verify unix - - n - 1 verify
               flush unix n - n 1000? 0 flush
               proxymap unix - - n - - proxymap
               proxywrite unix - - n - 1 proxymap
               smtp unix - - n - - smtp
               relay unix - - n - - smtp
               showq unix n - n - - showq
               error unix - - n - - error
               retry unix - - n - - error
               discard unix - - n - - discard
               local unix - n n - - local
               virtual unix - n n - - virtual
               lmtp unix - - n - - lmtp
               anvil unix - - n - 1 anvil
               scache unix - - n - 1 scache
               postlog unix-dgram n - n - 1 postlogd
               """.formatted(port);
    }

    private void postfix(String verb) throws IOException, InterruptedException {
        Tasks.run(log, List.of("postfix", "-c", config.toString(), verb), COMMAND_SECONDS);
    }

    @Override
    public String name() {
        return "Postfix";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProcessTree processes() throws IOException {
        String master = Files.readString(queue.resolve("pid").resolve("master.pid"));
        return new ProcessTree(Long.parseLong(master.strip()));
    }

    @Override
    public int warmUpMessages() {
        return WARM_UP_MESSAGES;
    }

    @Override
    public void close() throws IOException {
        try {
            postfix("stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
