// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One piece of work in one transaction. As many go on at a time as there are connections, and who comes in between waits
 * for their turn: the pool waits a few seconds and then holds the database to be away, which it is not where a thousand
 * come at once. Where it is away, all who wait are told so with the first.
 *
 * <p>It is tried again where another tab or the partner came in between, or where the
 * connection had died in the pool and nothing was begun. It reads what is stored each time, so nothing of a lost try
 * stays.
 */
@Component
public class Work {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final TransactionTemplate transaction;
    private final Semaphore turns;
    /** When the database was last found to be away, in the nanoseconds of this process. */
    private final AtomicLong away = new AtomicLong(System.nanoTime());

    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class, CannotCreateTransactionException.class)
            .maxRetries(20)
            .timeout(Duration.ofSeconds(3))
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(2))
            .maxDelay(Duration.ofMillis(50))
            .multiplier(1.5)
            .build());

    Work(
            PlatformTransactionManager transactions,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        this.transaction = new TransactionTemplate(transactions);
        this.turns = new Semaphore(connections, true);
    }

    public <T extends @Nullable Object> T in(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? work.get()
                : retry.<T>invoke(() -> inTurn(work));
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        var came = System.nanoTime();
        takeTurn();
        try {
            if (away.get() - came > 0) {
                throw new CannotCreateTransactionException("the database went away meanwhile");
            }
            return transaction.<T>execute(status -> work.get());
        } catch (CannotCreateTransactionException e) {
            away.set(System.nanoTime());
            throw e;
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CannotCreateTransactionException("no turn came");
    }
}
