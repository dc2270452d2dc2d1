package org.postyard.injection.http.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.postyard.injection.http.answer.Refusal;

/** Collects the body of a request as it arrives, so that no thread waits for a slow client. Called by one container thread at a time. */
public final class Body implements ReadListener {
    /** Read beyond the limit, because many clients listen only after they have sent all. */
    public static final long DISCARDED_BYTES = 1_048_576;

    private static final int BUFFER_BYTES = 16 * 1024;

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ServletInputStream input;
    private final long limitBytes;
    private final MemoryBudget.Share memory;
    private long receivedBytes;

    public Body(ServletInputStream input, long limitBytes, MemoryBudget.Share memory) {
        this.input = input;
        this.limitBytes = limitBytes;
        this.memory = memory;
    }

    /** Completes with the body, or with a {@link Refusal} if it is too large. */
    public CompletableFuture<byte[]> whole() {
        return whole;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!whole.isDone() && input.isReady()) {
            int count = input.read(buffer);
            if (count < 0) return;
            receivedBytes += count;
            if (receivedBytes > limitBytes + DISCARDED_BYTES) whole.completeExceptionally(Refusal.tooLarge(limitBytes));
            else if (receivedBytes > limitBytes) memory.release();
            else if (!memory.grow(count)) whole.completeExceptionally(MemoryBudget.exhausted());
            else bytes.write(buffer, 0, count);
        }
    }

    @Override
    public void onAllDataRead() {
        if (receivedBytes > limitBytes) whole.completeExceptionally(Refusal.tooLarge(limitBytes));
        else whole.complete(bytes.toByteArray());
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(Refusal.malformed("", "The body ended before its time."));
    }
}
