// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.security.PrivateKey;
import java.util.Arrays;

/**
 * What a partner's tab holds once it is unlocked, and the proof that every opening asks for. Never stored, never
 * serialised, never printed; dropped when the tab locks.
 */
public final class Keys {

    private final PrivateKey own;
    private final byte[] draft;

    Keys(PrivateKey own, byte[] draft) {
        this.own = own;
        this.draft = draft;
    }

    PrivateKey own() {
        return own;
    }

    byte[] draft() {
        return draft;
    }

    byte[] write() {
        var all = Arrays.copyOf(X25519.bytes(own), X25519.BYTES + Hkdf.BYTES);
        System.arraycopy(draft, 0, all, X25519.BYTES, Hkdf.BYTES);
        return all;
    }

    static Keys read(byte[] written) {
        return new Keys(
                X25519.key(Arrays.copyOf(written, X25519.BYTES)),
                Arrays.copyOfRange(written, X25519.BYTES, X25519.BYTES + Hkdf.BYTES));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
