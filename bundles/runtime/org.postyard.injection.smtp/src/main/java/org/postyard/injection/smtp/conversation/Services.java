package org.postyard.injection.smtp.conversation;

import io.netty.handler.ssl.SslContext;
import java.util.Optional;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.injection.smtp.content.MemoryBudget;
import org.postyard.injection.smtp.login.Accounts;
import org.postyard.injection.smtp.login.LoginBrake;

/** What the conversations of one listener share, from whatever event loop. */
public record Services(
        InjectionDesk desk,
        Settings settings,
        Accounts accounts,
        LoginBrake brake,
        MemoryBudget budget,
        Counters counters,
        Optional<SslContext> tls) {}
