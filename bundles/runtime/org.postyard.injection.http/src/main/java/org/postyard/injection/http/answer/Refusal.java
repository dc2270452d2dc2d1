package org.postyard.injection.http.answer;

import java.time.Duration;
import org.postyard.api.injection.InjectionResult;

/** Ends the handling of one message, or of a whole request, with a problem document. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String kind;
    private final String pointer;
    private final Duration retryAfter;

    private Refusal(int status, String kind, String pointer, String detail, Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.kind = kind;
        this.pointer = pointer;
        this.retryAfter = retryAfter;
    }

    /** The request cannot be read. */
    public static Refusal malformed(String pointer, String detail) {
        return new Refusal(400, "malformed", pointer, detail, Duration.ZERO);
    }

    /** The request can be read, but what one field says cannot be. */
    public static Refusal invalid(String pointer, String detail) {
        return new Refusal(422, "invalid", pointer, detail, Duration.ZERO);
    }

    public static Refusal of(int status, String kind, String detail) {
        return new Refusal(status, kind, "", detail, Duration.ZERO);
    }

    public static Refusal tooLarge(long limitBytes) {
        return of(413, "too-large", "At most " + limitBytes + " bytes are accepted.");
    }

    /** Nothing is wrong with the request; it is to be repeated later. */
    public static Refusal later(int status, String kind, String detail, Duration retryAfter) {
        return new Refusal(status, kind, "", detail, retryAfter.isZero() ? Duration.ofSeconds(1) : retryAfter);
    }

    /** What the engine said of no message in particular. */
    public static Refusal of(InjectionResult.Refused refused) {
        return of(refused, "");
    }

    /**
     * What the engine said.
     *
     * @param place what stands before the name of a field in a pointer to it
     */
    public static Refusal of(InjectionResult.Refused refused, String place) {
        InjectionResult.Cause cause = refused.cause();
        String kind =
                switch (cause) {
                    case STORAGE_FULL, UNAVAILABLE, OVERLOADED -> "unavailable";
                    case CLIENT_LIMIT -> "too-many-requests";
                    case TOO_LARGE -> "too-large";
                    case INVALID -> "invalid";
                };
        boolean repeatable = cause.httpStatus() == 429 || cause.httpStatus() == 503;
        return repeatable
                ? later(cause.httpStatus(), kind, refused.reason(), refused.retryAfter())
                : new Refusal(
                        cause.httpStatus(),
                        kind,
                        refused.field().isEmpty() ? "" : place + refused.field(),
                        refused.reason(),
                        Duration.ZERO);
    }

    /** The same refusal, about the element of an array. */
    public Refusal within(String prefix) {
        return new Refusal(status, kind, prefix + pointer, getMessage(), retryAfter);
    }

    public int status() {
        return status;
    }

    public String kind() {
        return kind;
    }

    /** JSON pointer or name of a parameter; empty if no part of the request is to blame. */
    public String pointer() {
        return pointer;
    }

    public String detail() {
        return getMessage();
    }

    /** Zero if repeating the request makes no sense. */
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
