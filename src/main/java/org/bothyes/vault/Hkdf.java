// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

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
        try {
            var extract = HKDFParameterSpec.ofExtract().addIKM(secret);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData((salt.length == 0 ? extract : extract.addSalt(salt)).thenExpand(purpose, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF", e);
        }
    }
}
