package org.postyard.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.administration.JobDesk;
import org.postyard.api.administration.LogDesk;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.Journal;
import org.postyard.api.event.JournalUnavailableException;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.LimitDesk;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.api.operation.Yard;
import org.postyard.api.suppression.SuppressionList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command: checks that the caller may do its {@link Operation}, finds host services, and says in one sentence what
 * went wrong. An instance serves one execution.
 */
public abstract class YardCommand implements Action {
    private static final Logger LOG = LoggerFactory.getLogger(YardCommand.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Operation operation;
    private Surroundings surroundings = Surroundings.ofKaraf();

    protected YardCommand(Operation operation) {
        this.operation = operation;
    }

    /** What the caller must be allowed to do. */
    public final Operation operation() {
        return operation;
    }

    /** Works with these instead of the real ones. */
    public final void surround(Surroundings others) {
        this.surroundings = others;
    }

    @Override
    public final @Nullable Object execute() throws CommandException, InterruptedException {
        Caller caller = surroundings.caller().get();
        if (!caller.may(operation)) throw refusal(caller);
        try {
            run();
        } catch (JournalUnavailableException | StoreUnavailableException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
        return null;
    }

    /** Plain CommandExceptions are the ones that Karaf shows without a stack trace in the log. */
    private CommandException refusal(Caller caller) {
        LOG.warn(
                "shell command={} author={} refused operation={}",
                getClass().getSimpleName(),
                caller.name(),
                operation);
        String roles = Arrays.stream(Role.values())
                .filter(operation::allowedTo)
                .map(Role::realmName)
                .collect(Collectors.joining(" or "));
        return new CommandException(caller.name() + " may not do this: it takes the role " + roles);
    }

    /** Does what the command is for; the caller is allowed to. */
    protected abstract void run() throws CommandException, InterruptedException;

    protected final String author() {
        return surroundings.caller().get().name();
    }

    protected final Surroundings surroundings() {
        return surroundings;
    }

    protected final Instant now() {
        return surroundings.clock().instant();
    }

    protected final void print(String line) {
        surroundings.out().println(line);
    }

    protected final void print(Table table) {
        table.print(surroundings.out());
    }

    protected final Yard yard() throws CommandException {
        return service(Yard.class, "the engine", "org.postyard.engine");
    }

    protected final Journal journal() throws CommandException {
        return service(Journal.class, "the journal", "org.postyard.store");
    }

    protected final EventFeed events() throws CommandException {
        return service(EventFeed.class, "the event feed of the engine", "org.postyard.engine");
    }

    protected final FleetDesk fleet() throws CommandException {
        return service(FleetDesk.class, "the fleet desk", "org.postyard.fleet");
    }

    protected final SuppressionList suppressions() throws CommandException {
        return service(SuppressionList.class, "the suppression list", "org.postyard.store");
    }

    protected final ApiKeys keys() throws CommandException {
        return service(ApiKeys.class, "the list of API keys", "org.postyard.store");
    }

    protected final LimitDesk limits() throws CommandException {
        return service(LimitDesk.class, "the fleet desk", "org.postyard.fleet");
    }

    protected final PluginDesk plugins() throws CommandException {
        return service(PluginDesk.class, "the desk for plug-ins", "org.postyard.control");
    }

    protected final JobDesk jobs() throws CommandException {
        return service(JobDesk.class, "the desk for jobs", "org.postyard.control");
    }

    protected final SettingsDesk settings() throws CommandException {
        return service(SettingsDesk.class, "the desk for settings", "org.postyard.control");
    }

    protected final AccountDesk accounts() throws CommandException {
        return service(AccountDesk.class, "the desk for accounts", "org.postyard.control");
    }

    protected final LogDesk log() throws CommandException {
        return service(LogDesk.class, "the desk for the log", "org.postyard.control");
    }

    private <T> T service(Class<T> type, String name, String bundle) throws CommandException {
        Optional<T> service = surroundings.services().find(type);
        if (service.isPresent()) return service.get();
        throw new CommandException(
                "Not possible now: " + name + " is not running. See bundle:diag " + bundle + " for the reason.");
    }

    /** Waits for an answer of the engine. */
    protected final <T> T await(CompletionStage<T> stage) throws CommandException, InterruptedException {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CommandException(
                    "The engine has not answered for " + PATIENCE.toSeconds() + " s; it may still do it", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandException("The engine failed: " + cause, cause);
        }
    }

    /** Prints what an action did; an action that was not done ends the command with a failure. */
    protected final void report(ActionResult result) throws CommandException {
        LOG.info(
                "shell command={} author={} done={} touched={}",
                getClass().getSimpleName(),
                author(),
                result.done(),
                result.touched());
        if (!result.done()) throw new CommandException(result.text());
        print(result.text());
    }
}
