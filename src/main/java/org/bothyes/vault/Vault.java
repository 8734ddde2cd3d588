// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Makes keys, and closes what partners say into boxes that all have one size. The package tells which key is which. */
public final class Vault {

    /** The size of every box with content in the product, in bytes, so that a size tells nothing. */
    public static final int BOX = 4096;

    /** The most that fits into a box, in bytes: two for its length go off, and what the encryption adds. */
    public static final int MOST = BOX - 2 - Aead.AROUND;

    private final InstanceKey instance;
    private final SecureRandom random;
    private final Aead aead;
    private final Stretching stretching;

    public Vault(InstanceKey instance, SecureRandom random) {
        this(instance, random, new Aead.AesGcm(random), new Stretching());
    }

    Vault(InstanceKey instance, SecureRandom random, Aead aead, Stretching stretching) {
        this.instance = instance;
        this.random = random;
        this.aead = aead;
        this.stretching = stretching;
    }

    /**
     * Keys just made.
     *
     * @param keys for the tab
     * @param pub the public half, 32 bytes, to store
     * @param wrapped both, for who has secret and PIN, to store; of one size by nature
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record Made(Keys keys, byte[] pub, byte[] wrapped) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * Keys for a partner, which only this secret and this PIN bring back. Takes one run of Argon2.
     *
     * @throws Busy if too many come in at once
     */
    public Made make(Secret secret, Pin pin, Label label) {
        return make(root(secret, pin), label);
    }

    /** Keys for an invitation, which only this token and these words bring back. */
    public Made make(Secret token, String words, Label label) {
        return make(root(token, words), label);
    }

    private Made make(byte[] root, Label label) {
        var pair = X25519.pair(random);
        var draft = new byte[Hkdf.BYTES];
        random.nextBytes(draft);
        var keys = new Keys(pair.getPrivate(), draft);
        return new Made(keys, X25519.publicBytes(pair), aead.close(root, label.bytes(), keys.write()));
    }

    /**
     * A partner's keys. Takes one run of Argon2.
     *
     * @param wrapped as stored; null where nobody was found, which takes as long and stays shut
     * @throws Unopened if anything is wrong
     * @throws Busy if too many come in at once
     */
    public Keys unlock(Secret secret, Pin pin, Label label, byte @Nullable [] wrapped) {
        return unlock(root(secret, pin), label, wrapped);
    }

    /** @throws Unopened if anything is wrong */
    public Keys unlock(Secret token, String words, Label label, byte @Nullable [] wrapped) {
        return unlock(root(token, words), label, wrapped);
    }

    private Keys unlock(byte[] root, Label label, byte @Nullable [] wrapped) {
        if (wrapped == null) {
            throw new Unopened();
        }
        return Keys.read(aead.open(root, label.bytes(), wrapped));
    }

    private byte[] root(Secret secret, Pin pin) {
        return instance.derive(
                join(secret.bits(), stretching.stretch(pin.bytes(), secret.derive("pin-salt/v1"))), "root/v1");
    }

    private byte[] root(Secret token, String words) {
        return instance.derive(join(token.bits(), words.getBytes(UTF_8)), "invitation/v1");
    }

    /** The value a partner's row is found by, 32 bytes. */
    public byte[] lookup(Secret secret) {
        return instance.derive(secret.bits(), "lookup/v1");
    }

    /** The value an invitation is found by, 32 bytes. */
    public byte[] invitation(Secret token) {
        return instance.derive(token.bits(), "invitation-lookup/v1");
    }

    /**
     * A box for its owner alone.
     *
     * @return {@link #BOX} bytes
     * @throws IllegalArgumentException if the content is larger than {@link #MOST}
     */
    public byte[] close(Keys own, Label label, byte[] content) {
        return aead.close(own.draft(), label.bytes(), padded(content));
    }

    /** @throws Unopened if anything is wrong */
    public byte[] open(Keys own, Label label, byte[] box) {
        return unpadded(aead.open(own.draft(), label.bytes(), box));
    }

    /**
     * A box that either of the two opens, and nobody else.
     *
     * @param theirs the other's public key
     * @return {@link #BOX} bytes
     * @throws IllegalArgumentException if the content is larger than {@link #MOST}
     */
    public byte[] closeBetween(Keys own, byte[] theirs, Label label, byte[] content) {
        return aead.close(between(own, theirs, label), label.bytes(), padded(content));
    }

    /** @throws Unopened if anything is wrong */
    public byte[] openBetween(Keys own, byte[] theirs, Label label, byte[] box) {
        return unpadded(aead.open(between(own, theirs, label), label.bytes(), box));
    }

    private byte[] between(Keys own, byte[] theirs, Label label) {
        return Hkdf.expand(own.agreed(instance, theirs), join("between/v1".getBytes(UTF_8), label.bytes()));
    }

    /** A box that this installation opens and nobody else, for a purpose that ends in a version. Shows its size. */
    public byte[] closeHere(String purpose, byte[] content) {
        return aead.close(instance.derive(new byte[Hkdf.BYTES], purpose), purpose.getBytes(UTF_8), content);
    }

    /** @throws Unopened if anything is wrong */
    public byte[] openHere(String purpose, byte[] box) {
        return aead.open(instance.derive(new byte[Hkdf.BYTES], purpose), purpose.getBytes(UTF_8), box);
    }

    private static byte[] padded(byte[] content) {
        if (content.length > MOST) {
            throw new IllegalArgumentException("too much for a box");
        }
        return ByteBuffer.allocate(2 + MOST)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static byte[] unpadded(byte[] padded) {
        var buffer = ByteBuffer.wrap(padded);
        var content = new byte[Short.toUnsignedInt(buffer.getShort())];
        buffer.get(content);
        return content;
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
