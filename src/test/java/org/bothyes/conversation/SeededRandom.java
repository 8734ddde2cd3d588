// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.security.SecureRandom;
import java.util.Random;

/** Randomness that a test can wind back. */
final class SeededRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private Random source = new Random(System.nanoTime());

    void wind(long seed) {
        source = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
