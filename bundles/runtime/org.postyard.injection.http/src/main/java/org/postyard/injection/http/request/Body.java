package org.postyard.injection.http.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.postyard.injection.http.answer.Refusal;

/** Collects the body of a request as it arrives, so that no thread waits for a slow client. Called by one container thread at a time. */
public final class Body implements ReadListener {
    /** Read beyond the limit, because many clients listen only after they have sent all. */
    public static final long DISCARDED_BYTES = 1_048_576;

    private static final int SMALLEST_PIECE_BYTES = 16 * 1024;
    private static final int LARGEST_PIECE_BYTES = 256 * 1024;

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final List<byte[]> full = new ArrayList<>(4);
    private final ServletInputStream input;
    private final long announcedBytes;
    private final long limitBytes;
    private final MemoryBudget.Share memory;
    private byte[] piece = new byte[0];
    private int position;
    private long receivedBytes;

    /** @param announcedBytes for which memory has been taken already; negative if the client did not say how much comes */
    public Body(ServletInputStream input, long announcedBytes, long limitBytes, MemoryBudget.Share memory) {
        this.input = input;
        this.announcedBytes = announcedBytes;
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
            int count = receivedBytes < limitBytes || position < piece.length ? readOn() : readBeyond();
            if (count < 0) return;
            receivedBytes += count;
            if (receivedBytes > limitBytes + DISCARDED_BYTES) whole.completeExceptionally(Refusal.tooLarge(limitBytes));
            else if (receivedBytes > limitBytes) forget();
            else position += count;
        }
    }

    private int readOn() throws IOException {
        if (position == piece.length && !beginPiece()) return -1;
        return input.read(piece, position, piece.length - position);
    }

    /** What is as large as may be should end here. */
    private int readBeyond() throws IOException {
        return input.read() < 0 ? -1 : 1;
    }

    private boolean beginPiece() {
        int size = nextPieceBytes();
        if (announcedBytes < 0 && !memory.grow(size)) {
            whole.completeExceptionally(MemoryBudget.exhausted());
            return false;
        }
        if (position > 0) full.add(piece);
        piece = new byte[size];
        position = 0;
        return true;
    }

    private int nextPieceBytes() {
        long rest = announcedBytes >= 0 ? announcedBytes - receivedBytes : limitBytes - receivedBytes;
        long wanted = announcedBytes >= 0 ? LARGEST_PIECE_BYTES : Math.max(SMALLEST_PIECE_BYTES, receivedBytes);
        return (int) Math.max(1, Math.min(Math.min(LARGEST_PIECE_BYTES, wanted), rest));
    }

    /** Keeps one piece, which everything that follows is written over. */
    private void forget() {
        full.clear();
        position = 0;
        memory.release();
    }

    @Override
    public void onAllDataRead() {
        if (receivedBytes > limitBytes) whole.completeExceptionally(Refusal.tooLarge(limitBytes));
        else whole.complete(joined());
    }

    private byte[] joined() {
        if (full.isEmpty() && position == piece.length) return piece;
        byte[] all = new byte[(int) receivedBytes];
        int at = 0;
        for (byte[] one : full) {
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        System.arraycopy(piece, 0, all, at, position);
        full.clear();
        piece = new byte[0];
        return all;
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(Refusal.malformed("", "The body ended before its time."));
    }
}
