// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.security.PrivateKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's tab holds once it is unlocked, and the proof that every opening asks for. Never stored, never
 * serialised, never printed; dropped when the tab locks.
 */
public final class Keys {

    private final PrivateKey own;
    private final byte[] draft;
    private volatile @Nullable Agreed last;

    Keys(PrivateKey own, byte[] draft) {
        this.own = own;
        this.draft = draft;
    }

    byte[] draft() {
        return draft;
    }

    /**
     * What the keys of both between them are derived from, here. The other is the same partner all along, and agreeing
     * takes longer than all else about a box; what was agreed tells no more than the own key does, and goes with it.
     *
     * @throws Unopened if the other's key is none
     */
    byte[] agreed(InstanceKey instance, byte[] theirs) {
        var here = last;
        if (here == null || !Arrays.equals(here.theirs, theirs)) {
            here = new Agreed(theirs.clone(), instance.extract(X25519.agree(own, theirs)));
            last = here;
        }
        return here.secret;
    }

    private static final class Agreed {

        private final byte[] theirs;
        private final byte[] secret;

        private Agreed(byte[] theirs, byte[] secret) {
            this.theirs = theirs;
            this.secret = secret;
        }
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
