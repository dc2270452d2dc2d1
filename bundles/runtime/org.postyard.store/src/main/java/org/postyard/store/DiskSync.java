package org.postyard.store;

/**
 * Makes commits survive a power failure when the database leaves that to us (H2 does): one synchronisation with the disk
 * serves everybody who committed before it began. Thread-safe by one lock.
 */
final class DiskSync {
    private final Runnable synchronisation;
    private final Object lock = new Object();
    private long asked;
    private long served;
    private boolean running;

    DiskSync(Runnable synchronisation) {
        this.synchronisation = synchronisation;
    }

    /** Returns after a synchronisation that began after this call; throws what the synchronisation throws. */
    void await() {
        long ticket;
        synchronized (lock) {
            ticket = ++asked;
        }
        while (true) {
            long upTo;
            synchronized (lock) {
                awaitTurn(ticket);
                if (served >= ticket) return;
                running = true;
                upTo = asked;
            }
            serve(upTo);
        }
    }

    private void awaitTurn(long ticket) {
        boolean interrupted = false;
        while (running && served < ticket) {
            try {
                lock.wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void serve(long upTo) {
        boolean done = false;
        try {
            synchronisation.run();
            done = true;
        } finally {
            synchronized (lock) {
                running = false;
                if (done) served = Math.max(served, upTo);
                lock.notifyAll();
            }
        }
    }
}
