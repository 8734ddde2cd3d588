// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Authenticated encryption. One for the product; a test has another that hides nothing, to see that its search finds. */
interface Aead {

    /** What every box takes beside its content, in bytes. */
    int AROUND = 1 + 12 + 16;

    byte[] close(byte[] key, byte[] label, byte[] content);

    /** @throws Unopened if key, label or box are not what they were */
    byte[] open(byte[] key, byte[] label, byte[] box);

    /**
     * {@code version | nonce | ciphertext | tag}: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits and a tag
     * of 128; the version and the label are authenticated with it. Another format is a sibling with another version.
     */
    record AesGcm(SecureRandom random) implements Aead {

        private static final byte VERSION = 1;
        private static final int NONCE = 12;
        private static final int TAG_BITS = 128;

        @Override
        public byte[] close(byte[] key, byte[] label, byte[] content) {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            try {
                return ByteBuffer.allocate(AROUND + content.length)
                        .put(VERSION)
                        .put(nonce)
                        .put(cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(content))
                        .array();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no AES-GCM", e);
            }
        }

        @Override
        public byte[] open(byte[] key, byte[] label, byte[] box) {
            if (box.length < AROUND || box[0] != VERSION) {
                throw new Unopened();
            }
            var content = 1 + NONCE;
            try {
                return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(box, 1, content), label)
                        .doFinal(box, content, box.length - content);
            } catch (AEADBadTagException e) {
                throw new Unopened();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no AES-GCM", e);
            }
        }

        private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] label) throws GeneralSecurityException {
            // By the name without a size Java takes three times as long to find it as it then takes to open a box.
            var cipher = Cipher.getInstance("AES_256/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(new byte[] {VERSION});
            cipher.updateAAD(label);
            return cipher;
        }
    }
}
