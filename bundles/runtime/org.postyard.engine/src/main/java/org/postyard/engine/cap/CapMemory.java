package org.postyard.engine.cap;

import java.io.IOException;
import java.util.Map;

/** Where what was used of the caps outlives the process: by a name that tells rule and source. Thread-safe. */
public interface CapMemory {
    /** What was written last; empty if nothing can be read. */
    Map<String, CapUse> read();

    /** Replaces everything. */
    void write(Map<String, CapUse> uses) throws IOException;
}
