// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869). */
final class Hkdf {

    /** The length of every key here, in bytes. */
    static final int BYTES = 32;

    private Hkdf() {}

    /** 32 bytes for one purpose, which ends in a version. */
    static byte[] derive(byte[] salt, byte[] secret, byte[] purpose) {
        return derive(salt, secret, purpose, BYTES);
    }

    static byte[] derive(byte[] salt, byte[] secret, byte[] purpose, int length) {
        return with(extracting(salt, secret).thenExpand(purpose, length));
    }

    /** The first of the two steps of {@link #derive}, for a secret that has many purposes. */
    static byte[] extract(byte[] salt, byte[] secret) {
        return with(extracting(salt, secret).extractOnly());
    }

    /** The second. */
    static byte[] expand(byte[] extracted, byte[] purpose) {
        return with(HKDFParameterSpec.expandOnly(new SecretKeySpec(extracted, "Generic"), purpose, BYTES));
    }

    private static HKDFParameterSpec.Builder extracting(byte[] salt, byte[] secret) {
        var extract = HKDFParameterSpec.ofExtract().addIKM(secret);
        return salt.length == 0 ? extract : extract.addSalt(salt);
    }

    private static byte[] with(AlgorithmParameterSpec steps) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(steps);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF", e);
        }
    }
}
