package org.postyard.spool.rocksdb;

import org.postyard.api.spool.RecipientState;

/** Binary form of the state of a recipient; message and index are the key and are not repeated. */
final class StateCodec {
    private static final int VERSION = 1;

    private StateCodec() {}

    static byte[] encode(RecipientState state) {
        return new Encoder(64)
                .octet(VERSION)
                .flag(state.finished())
                .number(state.failedAttempts())
                .time(state.nextAttempt())
                .text(state.reason())
                .flag(state.delayReported())
                .toBytes();
    }

    static RecipientState decode(int index, byte[] bytes) {
        Decoder decoder = new Decoder(bytes);
        decoder.version(VERSION);
        return new RecipientState(
                index, decoder.flag(), decoder.count(), decoder.time(), decoder.text(), decoder.flag());
    }
}
