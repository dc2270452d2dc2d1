package org.postyard.console.model.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.snapshot.Rows;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.NaturalOrder;
import org.postyard.console.model.view.Target;
import org.postyard.protocol.PoolView;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/**
 * Finds servers, sources, queues, pools, commands and messages by a few letters, the best first. All words must occur; a
 * name that is or begins with the text comes before one that has it in the middle. Immutable and without I/O; a search over
 * 20,000 things takes some milliseconds, so it belongs beside the thread of the display, not on it.
 */
public final class QuickSearch {
    private static final Pattern MESSAGE_ID = Pattern.compile("[0-9a-z]{13}");
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Command> commands;
    private final List<RuntimeSnapshot> runtimes;

    public QuickSearch(List<Command> commands, List<RuntimeSnapshot> runtimes) {
        this.commands = List.copyOf(commands);
        this.runtimes = List.copyOf(runtimes);
    }

    private record Ranked(Found found, int rank) {}

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::rank)
            .thenComparing(ranked -> ranked.found().kind())
            .thenComparing(ranked -> ranked.found().title(), new NaturalOrder());

    /** The best so many; none for a blank text except the commands. */
    public List<Found> find(String text, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Top top = new Top(limit, wanted);
        for (Command command : commands) top.offer(command.title(), command.detail(), name -> ofCommand(command));
        if (!wanted.isEmpty()) for (RuntimeSnapshot runtime : runtimes) search(runtime, wanted, top);
        return top.found();
    }

    private static void search(RuntimeSnapshot runtime, String wanted, Top top) {
        messages(runtime, wanted).ifPresent(top::first);
        rows(
                runtime.servers(),
                ServerView::id,
                server -> joined(", ", server.role(), server.site(), server.state()),
                server -> new Target.ToServer(server.id()),
                Found.Kind.SERVER,
                runtime,
                top);
        rows(
                runtime.sources(),
                SourceView::id,
                source -> joined(
                        ", ", "on " + source.server(), source.ehloName(), source.bindAddress(), source.nextHop()),
                source -> new Target.ToSource(source.id()),
                Found.Kind.SOURCE,
                runtime,
                top);
        rows(
                runtime.queues(),
                QueueView::name,
                queue -> queue.queued() + " queued over pool " + queue.pool(),
                queue -> new Target.ToQueues(QueueScope.of(queue)),
                Found.Kind.QUEUE,
                runtime,
                top);
        rows(
                runtime.pools(),
                PoolView::id,
                pool -> pool.balancer() + ", " + pool.members().size() + " members",
                pool -> new Target.ToPool(pool.id()),
                Found.Kind.POOL,
                runtime,
                top);
    }

    /** The parts that say something. */
    private static String joined(String between, String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    private static <T> void rows(
            Rows<T> rows,
            Function<T, String> name,
            Function<T, String> detail,
            Function<T, Target> target,
            Found.Kind kind,
            RuntimeSnapshot runtime,
            Top top) {
        for (T row : rows.list())
            top.offer(
                    name.apply(row),
                    detail.apply(row),
                    title -> new Found(kind, title, detail.apply(row), runtime.runtime(), target.apply(row)));
    }

    private static Optional<Found> messages(RuntimeSnapshot runtime, String wanted) {
        if (!runtime.allows("READ_ADDRESSES")) return Optional.empty();
        if (MESSAGE_ID.matcher(wanted).matches())
            return Optional.of(new Found(
                    Found.Kind.MESSAGE,
                    "Message " + wanted,
                    "its recipients and every attempt",
                    runtime.runtime(),
                    new Target.ToMessage(wanted)));
        if (wanted.indexOf('@') < 0 || wanted.indexOf(' ') >= 0) return Optional.empty();
        return Optional.of(new Found(
                Found.Kind.MESSAGE,
                "Messages to or from " + wanted,
                "search in the journal",
                runtime.runtime(),
                new Target.ToMessagesOf(wanted)));
    }

    private static Found ofCommand(Command command) {
        return new Found(Found.Kind.COMMAND, command.title(), command.detail(), "", new Target.ToCommand(command.id()));
    }

    /** Keeps the best of what is offered. */
    private static final class Top {
        private final int limit;
        private final String wanted;
        private final String[] words;
        private final PriorityQueue<Ranked> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

        Top(int limit, String wanted) {
            this.limit = limit;
            this.wanted = wanted;
            this.words = WORD_BREAK
                    .splitAsStream(wanted)
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new);
        }

        void first(Found found) {
            keep(new Ranked(found, -1));
        }

        void offer(String name, String detail, Function<String, Found> make) {
            int rank = rankOf(name.toLowerCase(Locale.ROOT), detail);
            if (rank >= 0 && (worstFirst.size() < limit || rank <= worstRank()))
                keep(new Ranked(make.apply(name), rank));
        }

        private int worstRank() {
            Ranked worst = worstFirst.peek();
            return worst == null ? Integer.MAX_VALUE : worst.rank();
        }

        private void keep(Ranked ranked) {
            worstFirst.add(ranked);
            if (worstFirst.size() > limit) worstFirst.remove();
        }

        /** 0 for the very name, more for less; -1 if it does not match. */
        private int rankOf(String name, String detail) {
            if (name.equals(wanted)) return 0;
            if (name.startsWith(wanted)) return 1;
            int at = name.indexOf(wanted);
            if (at > 0) return Character.isLetterOrDigit(name.charAt(at - 1)) ? 3 : 2;
            if (words.length == 0) return -1;
            return hasAll(name) ? 4 : hasAll(name + " " + detail.toLowerCase(Locale.ROOT)) ? 5 : -1;
        }

        private boolean hasAll(String text) {
            for (String word : words) if (!text.contains(word)) return false;
            return true;
        }

        List<Found> found() {
            List<Ranked> best = new ArrayList<>(worstFirst);
            best.sort(BEST_FIRST);
            return best.stream().map(Ranked::found).toList();
        }
    }
}
