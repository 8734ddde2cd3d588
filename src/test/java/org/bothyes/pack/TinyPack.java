// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A pack with one of each kind of thing, for tests of any room: few enough questions to go through every pair of
 * sheets.
 */
public final class TinyPack {

    private TinyPack() {}

    /**
     * The pack {@code tiny}: topics {@code side-by-side} (needs {@code touching: hands}) and {@code story}
     * (directional); limits {@code filming} (recording; depends on {@code touching}) and {@code touching}, two rows
     * each; choice {@code word-kinds} (two sides, one item {@code tender}); condition {@code quiet} (fits
     * {@code side-by-side} only); signal {@code red}.
     */
    public static Pack pack() {
        return read(structure(), wording());
    }

    static String structure() {
        return resource("pack.yaml");
    }

    static String wording() {
        return resource("words_en.yaml");
    }

    /** Reads other texts as if they were this pack's. */
    static Pack read(String structure, String wording) {
        return read(structure.getBytes(StandardCharsets.UTF_8), wording.getBytes(StandardCharsets.UTF_8));
    }

    static Pack read(byte[] structure, byte[] wording) {
        return PackReader.read(
                "tiny",
                new YamlFile("packs/tiny/pack.yaml", structure),
                new YamlFile("packs/tiny/words_en.yaml", wording));
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(TinyPack.class.getResourceAsStream("/tiny/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
