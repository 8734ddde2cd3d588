// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One piece of work in one transaction, tried again where another tab or the partner came in between, or where the
 * connection had died in the pool and nothing was begun. It reads what is stored each time, so nothing of a lost try
 * stays.
 */
@Component
class Work {

    private final TransactionTemplate transaction;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class, CannotCreateTransactionException.class)
            .maxRetries(20)
            .timeout(Duration.ofSeconds(3))
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(2))
            .maxDelay(Duration.ofMillis(50))
            .multiplier(1.5)
            .build());

    Work(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T extends @Nullable Object> T in(Supplier<T> work) {
        return retry.<T>invoke(() -> transaction.<T>execute(status -> work.get()));
    }
}
