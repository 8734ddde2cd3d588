// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackFuzzTest {

    private static final int MUTATIONS = 2_000;
    private static final String SIGNS = "{}[]:,&*!%@`|>-?#'\"\\\n\t <=~0";

    private final byte[] structure = TinyPack.structure().getBytes(StandardCharsets.UTF_8);
    private final byte[] wording = TinyPack.wording().getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
    void whatever_happens_to_a_pack_it_is_read_or_refused_with_a_reason(long seed) {
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            if (!read(seed, i, random)) {
                refused++;
            }
        }
        assertThat(refused).as("mutations that were noticed").isBetween(MUTATIONS / 2, MUTATIONS);
    }

    private boolean read(long seed, int number, Random random) {
        var inWords = random.nextBoolean();
        var mutated = mutated(inWords ? wording : structure, random);
        try {
            TinyPack.read(inWords ? structure : mutated, inWords ? mutated : wording);
            return true;
        } catch (PackFault fault) {
            assertThat(fault).hasMessageStartingWith("packs/tiny/");
            return false;
        } catch (RuntimeException | StackOverflowError other) {
            return fail(
                    "seed " + seed + ", mutation " + number + ":\n" + new String(mutated, StandardCharsets.UTF_8),
                    other);
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        var bytes = file;
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = random.nextBoolean() ? withOtherLines(bytes, random) : withOtherBytes(bytes, random);
        }
        return bytes;
    }

    private static byte[] withOtherLines(byte[] bytes, Random random) {
        // ISO 8859-1 keeps every byte as it is.
        var lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        var line = random.nextInt(lines.size());
        var other = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(other, lines.get(line));
            case 2 -> Collections.swap(lines, line, other);
            default ->
                lines.set(line, " ".repeat(random.nextInt(12)) + lines.get(line).strip());
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withOtherBytes(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        var at = random.nextInt(bytes.length);
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(bytes, at));
        switch (random.nextInt(4)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> out.write(SIGNS.charAt(random.nextInt(SIGNS.length())));
            case 2 -> out.writeBytes(noise(random));
            default ->
                out.writeBytes(String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())))
                        .repeat(random.nextInt(5_000))
                        .getBytes(StandardCharsets.UTF_8));
        }
        out.write(
                bytes,
                at,
                random.nextBoolean() ? bytes.length - at : Math.max(0, bytes.length - at - random.nextInt(40)));
        return out.toByteArray();
    }

    private static byte[] noise(Random random) {
        var noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        return noise;
    }
}
