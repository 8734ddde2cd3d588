// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * 128 random bits, shown to people as 26 characters of Crockford's base 32 (no I, L, O or U, so that nothing is misread).
 * Never stored and never printed: rows are found by what the vault derives from it.
 */
public final class Secret {

    /** The length of a code as people read it, without its gaps, in characters. */
    public static final int LENGTH = 26;

    private static final int BYTES = 16;
    private static final int LONGEST_INPUT = 64;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final byte[] bits;

    private Secret(byte[] bits) {
        this.bits = bits;
    }

    public static Secret random(SecureRandom random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return new Secret(bits);
    }

    /**
     * A secret as somebody typed or pasted it: any case, gaps and hyphens anywhere, O read as 0, I and L as 1.
     *
     * @return empty if it cannot be one; nothing tells which part was wrong
     */
    public static Optional<Secret> parse(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        var code = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (code.length() != LENGTH || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        return decode(code);
    }

    /** 26 characters hold 130 bits; the first two are zero. */
    private static Optional<Secret> decode(String code) {
        if (ALPHABET.indexOf(code.charAt(0)) > 7) {
            return Optional.empty();
        }
        var bits = new byte[BYTES];
        var buffer = 0;
        var held = -2;
        var next = 0;
        for (var i = 0; i < code.length(); i++) {
            buffer = (buffer << 5) | ALPHABET.indexOf(code.charAt(i));
            held += 5;
            if (held >= 8) {
                held -= 8;
                bits[next++] = (byte) (buffer >> held);
            }
        }
        return Optional.of(new Secret(bits));
    }

    /** The code for people: 26 characters in five groups. */
    public String code() {
        var code = new StringBuilder();
        var buffer = 0;
        var held = 2;
        for (var b : bits) {
            buffer = (buffer << 8) | (b & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                code.append(ALPHABET.charAt((buffer >> held) & 31));
            }
        }
        for (var gap : new int[] {20, 15, 10, 5}) {
            code.insert(gap, ' ');
        }
        return code.toString();
    }

    byte[] bits() {
        return bits;
    }

    /** 32 bytes that only this secret gives, for one purpose: {@code pin-salt/v1}. */
    byte[] derive(String purpose) {
        return Hkdf.derive(new byte[0], bits, purpose.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
