// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A vault that remembers what Argon2 made of a PIN and a salt. A proof that winds chance back stretches the same ones
 * hundreds of times, and would spend a third of its time on that.
 */
public final class RememberingVault {

    private RememberingVault() {}

    public static Vault of(InstanceKey key, SecureRandom random) {
        return new Vault(key, random, new Aead.AesGcm(random), new Remembering());
    }

    private static final class Remembering extends Stretching {

        private final Map<ByteBuffer, byte[]> known = new ConcurrentHashMap<>();

        @Override
        byte[] argon2id(byte[] pin, byte[] salt) {
            var both = ByteBuffer.allocate(pin.length + salt.length)
                    .put(pin)
                    .put(salt)
                    .flip();
            return known.computeIfAbsent(both, never -> super.argon2id(pin, salt))
                    .clone();
        }
    }
}
