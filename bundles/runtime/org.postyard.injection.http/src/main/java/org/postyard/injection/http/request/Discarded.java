package org.postyard.injection.http.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The body of a request that is refused already: read and thrown away, because many clients listen for the answer only
 * after they have sent all. Called by one container thread at a time.
 */
public final class Discarded implements ReadListener {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ServletInputStream input;

    public Discarded(ServletInputStream input) {
        this.input = input;
    }

    /** Completes with the end of the body, or exceptionally if the client went away before. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!ended.isDone() && input.isReady()) if (input.read(buffer) < 0) return;
    }

    @Override
    public void onAllDataRead() {
        ended.complete(null);
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }
}
