package org.postyard.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.function.Supplier;
import org.postyard.api.access.Caller;

/**
 * What a command works with.
 *
 * @param services services of the host
 * @param caller who typed it, asked anew for each run
 * @param out where it prints
 * @param in what is typed or piped into it
 */
public record Surroundings(
        HostServices services, Supplier<Caller> caller, PrintStream out, InputStream in, Clock clock) {

    /** The real ones: Karaf redirects the standard streams to the session of the caller. */
    public static Surroundings ofKaraf() {
        return new Surroundings(
                HostServices.ofFramework(), ShellCaller::current, System.out, System.in, Clock.systemUTC());
    }
}
