package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.Counts;
import org.postyard.api.spool.InFlightMark;
import org.postyard.api.spool.Recovered;
import org.postyard.api.spool.Settlement;
import org.postyard.api.spool.Spool;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The spool of one node on its own disk: memory over the write-ahead log of RocksDB.
 *
 * <p>Callers encode, one thread writes ({@link Committer}); nothing on the way of a message takes a lock that others take.
 */
@Component(service = Spool.class, immediate = true, configurationPid = "org.postyard.spool.rocksdb")
@Designate(ocd = RocksDbSpool.Config.class)
public final class RocksDbSpool implements Spool, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RocksDbSpool.class);

    private final Settings settings;
    private final OpenParts open;
    private final InFlightMarks marks;
    private final ContentCache contents;
    private final DiskRoom room;
    private final Access access;
    private final Writer writer;
    private final Committer committer;

    /** Settings of the spool. */
    @ObjectClassDefinition(
            name = "Spool on RocksDB",
            description = "Where accepted mail is kept until its last recipient is final.")
    @interface Config {
        @AttributeDefinition(
                name = "Directory",
                description = "Path, relative to the base directory of the installation.")
        String directory() default "spool";

        @AttributeDefinition(
                name = "Reserve",
                description =
                        "Megabytes of free disk, below which new mail is refused, so that mail that is already here can be settled.",
                min = "0")
        int reserveMegabytes() default 256;

        @AttributeDefinition(
                name = "Content cache",
                description =
                        "Megabytes of heap for contents of new messages, so that their first attempt does not read the disk. 0: a share of the heap.",
                min = "0")
        int contentCacheMegabytes() default 0;

        @AttributeDefinition(
                name = "Write buffer",
                description =
                        "Megabytes of native memory in one memory table of contents; up to four are in use, usually two.",
                min = "1")
        int writeBufferMegabytes() default 64;

        @AttributeDefinition(
                name = "Stall limit",
                description = "Seconds, after which a write that has not ended means that the disk is broken.",
                min = "1")
        int stallSeconds() default 10;
    }

    @Activate
    public RocksDbSpool(Config config, BundleContext bundle) throws IOException {
        this(Settings.of(config, base(bundle), bundle.getDataFile("native").toPath()));
    }

    RocksDbSpool(Settings settings) throws IOException {
        this(settings, () -> Files.getFileStore(settings.directory()).getUsableSpace(), Database::write);
    }

    /** With another way to look up the free room and to write, for tests of disks that fail. */
    RocksDbSpool(Settings settings, DiskRoom.Probe probe, Draft.Disk disk) throws IOException {
        this.settings = settings;
        this.open = new OpenParts();
        try {
            Files.createDirectories(settings.directory());
            NativeLibrary.load(settings.nativeDirectory());
            open.add(DirectoryLock.take(settings.directory()));
            room = new DiskRoom(settings, probe);
            contents = new ContentCache(settings.contentCacheBytes());
            marks = open.add(InFlightMarks.open(settings.directory().resolve("in-flight")));
            access = open.add(open(settings));
            Memory memory = new Memory(contents, marks);
            writer = open.add(new Writer(access, memory, room, disk));
            memory.statesAre(access.read(Scan::states));
            dropMarksOfRemovedMessages(access, marks);
            room.restoreBallast();
            committer = open.add(new Committer(writer, room));
            committer.start();
            open.add(new Sweeper(access, memory, writer, room, 4 * settings.writeBufferBytes()))
                    .start();
        } catch (IOException | RuntimeException | LinkageError failure) {
            open.closeAfter(failure);
            throw failure;
        }
        LOG.info(
                "spool open directory={} messages={}",
                settings.directory(),
                writer.tally().messages());
    }

    private static Path base(BundleContext bundle) {
        String base = bundle.getProperty("karaf.base");
        return Path.of(base == null ? "" : base).toAbsolutePath();
    }

    private static Access open(Settings settings) throws IOException {
        Path directory = settings.directory().resolve("db");
        try {
            return new Access(directory, settings.writeBufferBytes());
        } catch (RocksDBException failure) {
            throw new IOException(
                    "The database of the spool in " + directory + " cannot be opened: " + failure.getMessage(),
                    failure);
        }
    }

    /** An attempt that was settled, but not unmarked, before the last process died. */
    private static void dropMarksOfRemovedMessages(Access access, InFlightMarks marks) throws IOException {
        for (long id : List.copyOf(marks.interrupted())) {
            MessageId message = new MessageId(id);
            if (!access.read(database -> Scan.holds(database, message))) marks.settled(id);
        }
    }

    @Override
    public CompletionStage<Committed> accept(Arrival arrival) {
        AcceptRequest request = new AcceptRequest(arrival);
        SpoolHealth health = healthOfDisk();
        if (health.well()) {
            committer.submit(request);
        } else {
            request.refuse(new SpoolUnavailableException(health));
            request.complete();
        }
        return request.stage();
    }

    @Override
    public CompletionStage<Committed> settle(Settlement settlement) {
        SettleRequest request = new SettleRequest(settlement);
        committer.submit(request);
        return request.stage();
    }

    @Override
    public Optional<Message> message(MessageId id) throws IOException {
        Optional<byte[]> bytes =
                access.read(database -> Optional.ofNullable(database.get(database.messages(), Keys.of(id.value()))));
        return bytes.map(found -> MessageCodec.decode(id.value(), found, new Interner()));
    }

    @Override
    public Optional<Content> content(MessageId id) throws IOException {
        Optional<Content> cached = contents.get(id.value());
        if (cached.isPresent()) return cached;
        Optional<byte[]> bytes =
                access.read(database -> Optional.ofNullable(database.get(database.contents(), Keys.of(id.value()))));
        return bytes.map(Content::of);
    }

    @Override
    public InFlightMark markInFlight(MessageId id) {
        return marks.mark(id);
    }

    @Override
    public void recover(Consumer<Recovered> visitor) throws IOException {
        access.read(database -> {
            Scan.messages(database, marks, visitor);
            return true;
        });
    }

    @Override
    public List<DeliveryEvent> eventsAfter(long sequence, int limit) throws IOException {
        return access.read(database -> Scan.events(database, sequence, limit));
    }

    @Override
    public void forgetEvents(long upToSequence) {
        committer.submit(new ForgetRequest(upToSequence));
    }

    @Override
    public Map<MessageClass, Counts> counts() {
        return writer.tally().counts();
    }

    @Override
    public SpoolHealth health() {
        SpoolHealth health = healthOfDisk();
        if (!health.well() || room.roomy()) return health;
        return new SpoolHealth(SpoolHealth.State.FULL, room.reason());
    }

    /** Room left aside. */
    private SpoolHealth healthOfDisk() {
        String trouble = writer.trouble();
        if (trouble != null) return new SpoolHealth(SpoolHealth.State.BROKEN, trouble);
        long underWaySeconds = committer.times().underWayNanos() / 1_000_000_000;
        if (underWaySeconds >= settings.stallLimit().toSeconds())
            return new SpoolHealth(
                    SpoolHealth.State.BROKEN,
                    "The disk of the spool has not ended a write for " + underWaySeconds + " seconds.");
        if (committer.overloaded())
            return new SpoolHealth(
                    SpoolHealth.State.BROKEN, "Mail arrives faster than the disk of the spool can write it.");
        return SpoolHealth.WELL;
    }

    @Override
    public Map<String, Double> measurements() {
        Map<String, Double> measured = new LinkedHashMap<>();
        CommitTimes times = committer.times();
        measured.put("spool_sync_seconds", times.averageSeconds());
        measured.put("spool_sync_p99_seconds", times.slowSeconds());
        measured.put("spool_syncs_total", (double) times.writes());
        measured.put("spool_writes_total", (double) times.requests());
        measured.put("spool_batch_messages", times.averageRequests());
        measured.put("spool_messages", (double) writer.tally().messages());
        measured.put("spool_events_total", (double) writer.tally().sequence());
        measured.put("spool_disk_free_bytes", (double) room.usableBytes());
        measured.put("spool_content_cache_bytes", (double) contents.bytes());
        measured.put("spool_content_cache_hits_total", (double) contents.hits());
        measured.put("spool_content_cache_misses_total", (double) contents.misses());
        measureDatabase(measured);
        return measured;
    }

    private void measureDatabase(Map<String, Double> measured) {
        try {
            measured.putAll(access.read(Database::measurements));
        } catch (IOException failure) {
            LOG.debug("no measurements of the database reason=\"{}\"", failure.getMessage());
        }
    }

    /** Writes what waits and closes the database; stages of later calls complete exceptionally. */
    @Deactivate
    @Override
    public void close() throws IOException {
        open.close();
        LOG.info("spool closed directory={}", settings.directory());
    }
}
