package org.postyard.control.job;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.JobDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs one after the other on a thread of its own, and remembers the last ones. One lock for the list. */
@Component(service = {JobDesk.class, JobBoard.class})
public final class JobBoard implements JobDesk {
    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);
    private static final int REMEMBERED = 50;

    private final Deque<RunningJob> jobs = new ArrayDeque<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Clock clock;
    private final ExecutorService thread;

    @Activate
    public JobBoard() {
        this(Clock.systemUTC());
    }

    public JobBoard(Clock clock) {
        this.clock = clock;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "postyard-control-jobs");
            made.setDaemon(true);
            return made;
        });
    }

    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    /** Begins a job as soon as those before it have ended. */
    public Job begin(String title, String author, Work work) {
        RunningJob job = new RunningJob(Long.toString(numbers.incrementAndGet()), title, author, clock);
        synchronized (jobs) {
            jobs.addFirst(job);
            if (jobs.size() > REMEMBERED) jobs.removeLast();
        }
        LOG.info("Job begins: id={} author={} title={}", job.id(), author, title);
        thread.execute(() -> job.run(work));
        return job.now();
    }

    @Override
    public List<Job> jobs() {
        synchronized (jobs) {
            return jobs.stream().map(RunningJob::now).toList();
        }
    }

    @Override
    public Optional<Job> job(String id) {
        return find(id).map(RunningJob::now);
    }

    @Override
    public Optional<Job> await(String id, Duration patience) throws InterruptedException {
        Optional<RunningJob> job = find(id);
        if (job.isEmpty()) return Optional.empty();
        job.get().await(patience);
        return Optional.of(job.get().now());
    }

    @Override
    public boolean cancel(String id, String author) {
        boolean asked = find(id).map(RunningJob::cancel).orElse(false);
        if (asked) LOG.info("Job is asked to stop: id={} author={}", id, author);
        return asked;
    }

    private Optional<RunningJob> find(String id) {
        synchronized (jobs) {
            return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
        }
    }
}
