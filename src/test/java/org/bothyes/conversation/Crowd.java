// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.QuickVault;
import org.bothyes.vault.Vault;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Many at once. */
final class Crowd {

    /** What a stand is started with where so many come that Argon2 would take all of the time. */
    static final String QUICK = "spring.main.sources=" + Quick.class.getName();

    private static final int HANDS = 4;

    private Crowd() {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Quick {
        @Bean
        @Primary
        Vault quickVault(InstanceKey key, SecureRandom random) {
            return QuickVault.of(key, random);
        }
    }

    /** So many couples, a few at a time. */
    static List<Stand.Couple> couples(Stand at, int many) throws InterruptedException, ExecutionException {
        return inTurn(IntStream.range(0, many)
                .<Callable<Stand.Couple>>mapToObj(_ -> at::couple)
                .toList());
    }

    /** Does all of it, a few at a time. */
    static <T> List<T> inTurn(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            return results(hands.invokeAll(work));
        }
    }

    /** Does all of it at the same moment, each on a thread of its own that waits for it, as each request has one. */
    static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(work.size());
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = work.stream()
                    .map(one -> threads.submit(() -> {
                        ready.countDown();
                        go.await();
                        return one.call();
                    }))
                    .toList();
            ready.await();
            go.countDown();
            return results(running);
        }
    }

    /** What was thrown by any is thrown here. */
    private static <T> List<T> results(List<Future<T>> running) throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var one : running) {
            results.add(one.get());
        }
        return results;
    }
}
