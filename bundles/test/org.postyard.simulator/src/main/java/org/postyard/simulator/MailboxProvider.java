package org.postyard.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.simulator.ProviderRules.Occasion;

/**
 * The state of one mailbox provider: what it saw of each source, and by its rules how it answers. Knows nothing of
 * sockets. Thread-safe by its own lock; nothing under it blocks.
 */
final class MailboxProvider {
    /** Sources that are counted one by one; those that come later are counted together. */
    private static final int MOST_SOURCES = 1_000;

    private static final SourceKey EVERYBODY_ELSE = new SourceKey("", "(everybody else)");

    private final ProviderRules rules;
    private final Clock clock;
    private final RecipientMemory memory;
    private final Map<SourceKey, SourceState> sources = new LinkedHashMap<>();

    MailboxProvider(ProviderRules rules, long seed, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        this.memory = new RecipientMemory(rules, seed);
    }

    ProviderRules rules() {
        return rules;
    }

    /** A source says who it is; empty if it has too many conversations already. */
    synchronized Optional<Visit> welcome(SourceKey key) {
        SourceState source = sourceOf(key);
        return source.opened(rules.connectionsPerSource()) ? Optional.of(new Visit(source)) : Optional.empty();
    }

    private SourceState sourceOf(SourceKey key) {
        SourceState known = sources.get(key);
        if (known != null) return known;
        SourceKey counted = sources.size() < MOST_SOURCES ? key : EVERYBODY_ELSE;
        return sources.computeIfAbsent(counted, unused -> new SourceState(counted, rules.messagesPerSecond(), clock));
    }

    synchronized Verdict sender(Visit visit, long announcedBytes) {
        visit.recipients().clear();
        if (rules.messagesPerConnection() > 0 && visit.messages() >= rules.messagesPerConnection()) {
            return endOfConnection(visit);
        }
        if (tooLarge(announcedBytes)) return refuse(Occasion.TOO_LARGE);
        return visit.source().admits() ? Verdict.PROCEED : refuse(Occasion.TOO_FAST);
    }

    boolean tooLarge(long bytes) {
        return bytes > rules.maxMessageBytes();
    }

    private Verdict endOfConnection(Visit visit) {
        if (!rules.closesWithoutReply()) return refuse(Occasion.CONNECTION_USED_UP);
        visit.source().cutOff();
        return Verdict.DISCONNECT;
    }

    synchronized Verdict recipient(Visit visit, String address) {
        Verdict verdict = judge(address);
        memory.tried(address);
        return verdict.fold(new Verdict.Cases<Verdict>() {
            @Override
            public Verdict proceed() {
                visit.recipients().add(address);
                return verdict;
            }

            @Override
            public Verdict refuse(Reply reply) {
                visit.source().refused(reply);
                return verdict;
            }

            @Override
            public Verdict disconnect() {
                visit.source().cutOff();
                return verdict;
            }

            @Override
            public Verdict silence() {
                return verdict;
            }
        });
    }

    private Verdict judge(String address) {
        Optional<Instruction> instruction = Instruction.in(address);
        if (instruction.isPresent()) return obey(instruction.get(), address);
        if (memory.unknownByMix(address)) return refuse(Occasion.UNKNOWN_USER);
        if (memory.deferredByMix(address)) return refuse(Occasion.DEFERRED);
        return Verdict.PROCEED;
    }

    private Verdict obey(Instruction instruction, String address) {
        return switch (instruction.action()) {
            case ACCEPT, STALL_AFTER_DOT, DROP_AFTER_DOT, LOSE_REPLY, SLOW -> Verdict.PROCEED;
            case DEFER ->
                memory.isAmongFirst(address, instruction.number()) ? refuse(Occasion.DEFERRED) : Verdict.PROCEED;
            case NEVER -> refuse(Occasion.DEFERRED);
            case BOUNCE -> new Verdict.Refuse(refusal(instruction.number()));
            case STALL -> Verdict.SILENCE;
            case DROP -> Verdict.DISCONNECT;
        };
    }

    private Reply refusal(int code) {
        Reply usual = rules.reply(Occasion.UNKNOWN_USER);
        boolean other = code != 550 && code >= 500 && code <= 599;
        return other ? usual.withCode(code) : usual;
    }

    /** The message is complete: how it ends, and if it is accepted, counted at once. */
    synchronized MessageEnd end(Visit visit, long contentBytes) {
        if (tooLarge(contentBytes)) return new MessageEnd(false, Duration.ZERO, refuse(Occasion.TOO_LARGE));
        MessageEnd end = ending(visit.recipients());
        if (end.verdict() == Verdict.DISCONNECT) visit.source().cutOff();
        if (end.accepts()) accept(visit, contentBytes);
        return end;
    }

    private void accept(Visit visit, long contentBytes) {
        visit.countMessage();
        visit.recipients().forEach(memory::accepted);
        visit.source().accepted(visit.recipients().size(), contentBytes, visit.messages());
    }

    /** The first recipient that asks for something special decides for the whole message. */
    private MessageEnd ending(List<String> recipients) {
        for (String address : recipients) {
            Optional<MessageEnd> end = Instruction.in(address).flatMap(instruction -> ending(instruction, address));
            if (end.isPresent()) return end.get();
        }
        return MessageEnd.ACCEPT;
    }

    private Optional<MessageEnd> ending(Instruction instruction, String address) {
        return switch (instruction.action()) {
            case STALL_AFTER_DOT -> Optional.of(new MessageEnd(false, Duration.ZERO, Verdict.SILENCE));
            case DROP_AFTER_DOT -> Optional.of(new MessageEnd(false, Duration.ZERO, Verdict.DISCONNECT));
            case LOSE_REPLY ->
                memory.isAmongFirstEver(address, instruction.number() + 1)
                        ? Optional.of(new MessageEnd(true, Duration.ZERO, Verdict.DISCONNECT))
                        : Optional.empty();
            case SLOW -> Optional.of(new MessageEnd(true, Duration.ofMillis(instruction.number()), Verdict.PROCEED));
            case ACCEPT, DEFER, NEVER, BOUNCE, STALL, DROP -> Optional.empty();
        };
    }

    synchronized void transactionEnded(Visit visit) {
        visit.recipients().clear();
    }

    synchronized void goodbye(Visit visit) {
        if (visit.close()) visit.source().closed();
    }

    private Verdict refuse(Occasion occasion) {
        return new Verdict.Refuse(rules.reply(occasion));
    }

    synchronized ProviderStatistics statistics() {
        return new ProviderStatistics(
                rules.id(),
                sources.values().stream().map(SourceState::statistics).toList());
    }
}
