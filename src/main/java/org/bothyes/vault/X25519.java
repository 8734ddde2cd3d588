// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** Diffie-Hellman on Curve25519 (RFC 7748). Keys are 32 bytes, least significant first, as the RFC writes them. */
final class X25519 {

    static final int BYTES = 32;

    private X25519() {}

    static KeyPair pair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("X25519");
            generator.initialize(NamedParameterSpec.X25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] bytes(PrivateKey key) {
        return ((XECPrivateKey) key).getScalar().orElseThrow();
    }

    static byte[] publicBytes(KeyPair pair) {
        return turned(fixed(((XECPublicKey) pair.getPublic()).getU().toByteArray()));
    }

    static PrivateKey key(byte[] scalar) {
        try {
            return KeyFactory.getInstance("X25519")
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * What the two owners of these keys have in common, 32 bytes.
     *
     * @throws Unopened if the other's key is none, or one that gives nothing away of ours (RFC 7748, section 6.1)
     */
    static byte[] agree(PrivateKey mine, byte[] theirs) {
        try {
            var u = theirs.clone();
            u[BYTES - 1] &= 0x7f;
            var point = new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, turned(u)));
            var agreement = KeyAgreement.getInstance("X25519");
            agreement.init(mine);
            agreement.doPhase(KeyFactory.getInstance("X25519").generatePublic(point), true);
            return agreement.generateSecret();
        } catch (InvalidKeyException | InvalidKeySpecException e) {
            throw new Unopened();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** A number's bytes without its sign, filled up to 32. */
    private static byte[] fixed(byte[] number) {
        var all = new byte[BYTES];
        var length = Math.min(BYTES, number.length);
        System.arraycopy(number, number.length - length, all, BYTES - length, length);
        return all;
    }

    private static byte[] turned(byte[] bytes) {
        var turned = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java has no X25519", e);
    }
}
