package org.postyard.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * The file of an embedded database, brought to the disk in a way that all that was committed is found after a kill or a power failure.
 *
 * <p>H2 finds its newest chunk by a header that names one, and a chain that leads on from there. If a chunk is not put where
 * the one before foretold, the header has to name the new one; but H2 2.5.252 writes it before it knows the new chunk, so that
 * the header names the one before, from which no chain leads on, and what comes later is not found. The header is therefore
 * written once more. There is no public method for that.
 */
final class EmbeddedFile {
    private EmbeddedFile() {}

    /** Returns when all that was committed before is on the disk. */
    static void synchronise(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        FileStore<?> file = store.getFileStore();
        if (!(file instanceof RandomAccessStore)) return;
        // Nothing is written meanwhile, and what was handed over to be written has been.
        store.executeFilestoreOperation(() -> {
            writeHeader(file);
            file.sync();
        });
    }

    private static void writeHeader(FileStore<?> file) {
        try {
            Method write = RandomAccessStore.class.getDeclaredMethod("writeStoreHeader");
            write.setAccessible(true);
            write.invoke(file);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("the header of the database cannot be written", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of H2 has no way to write its header", e);
        }
    }
}
