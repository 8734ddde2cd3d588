// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Styles or a script that stand in the page itself, so that it needs no second request to be seen. The page's policy
 * allows them by their hash and allows no others.
 */
record Inlined(String text) {

    /** Our own files one after the other, without comments and indentation. */
    static Inlined files(String... names) {
        return new Inlined(Stream.of(names).map(Inlined::tidied).collect(Collectors.joining("\n")));
    }

    /** This, and more behind it. */
    Inlined with(String more) {
        return new Inlined(text + "\n" + more);
    }

    /** As a policy names it (CSP 3, 6.7.2.5). */
    String source() {
        return "'sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(text.getBytes(UTF_8))))
                + "'";
    }

    /** In hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String tidied(String name) {
        try {
            return new ClassPathResource("static/" + name)
                    .getContentAsString(UTF_8)
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
