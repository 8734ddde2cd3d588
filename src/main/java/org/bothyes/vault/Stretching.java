// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes a PIN dear to guess: Argon2id (RFC 9106) over 19 MiB in two passes with one lane, the second choice of OWASP's
 * password storage advice, about 50 ms. Two at a time, so that it can take neither all of the memory nor all of the
 * processor, and a bounded number waiting.
 */
class Stretching {

    static final int KIBIBYTES = 19 * 1024;
    static final int PASSES = 2;
    static final int AT_ONCE = 2;
    static final int MOST_WAITING = 32;
    private static final int SECONDS_TO_WAIT = 10;

    /**
     * Threads of the system, which has others take their turn meanwhile. Requests run on virtual ones, and such a one that
     * computes would keep its processor to the end: with two of those at it, nobody else was served at all.
     */
    private static final ExecutorService HANDS = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("stretching-", 0).daemon().factory());

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final AtomicInteger here = new AtomicInteger();

    /**
     * 32 bytes out of a PIN.
     *
     * @throws Busy if too many wait already
     */
    byte[] stretch(byte[] pin, byte[] salt) {
        if (here.incrementAndGet() > AT_ONCE + MOST_WAITING) {
            here.decrementAndGet();
            throw new Busy();
        }
        try {
            if (!free.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new Busy();
            }
            try {
                return HANDS.submit(() -> argon2id(pin, salt)).get();
            } finally {
                free.release();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } finally {
            here.decrementAndGet();
        }
    }

    byte[] argon2id(byte[] pin, byte[] salt) {
        return argon2id(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(KIBIBYTES)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build(),
                pin);
    }

    static byte[] argon2id(Argon2Parameters parameters, byte[] pin) {
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var key = new byte[Hkdf.BYTES];
        generator.generateBytes(pin, key);
        return key;
    }
}
