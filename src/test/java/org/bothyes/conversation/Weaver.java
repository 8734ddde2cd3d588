// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Weaves leaks into running classes, and takes them out again after each test. */
final class Weaver implements AfterEachCallback {

    private final List<ResettableClassFileTransformer> woven = new ArrayList<>();

    /** @param leak one of {@link Leaks} */
    void weave(Class<?> where, String method, Class<?> leak) {
        weave(where.getName(), method, leak);
    }

    void weave(String where, String method, Class<?> leak) {
        woven.add(new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .type(named(where))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(leak).on(named(method))))
                .installOn(ByteBuddyAgent.install()));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        woven.reversed()
                .forEach(
                        leak -> leak.reset(ByteBuddyAgent.getInstrumentation(), RedefinitionStrategy.RETRANSFORMATION));
        woven.clear();
    }
}
