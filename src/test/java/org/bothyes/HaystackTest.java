// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds nothing proves nothing unless it would have found it. */
class HaystackTest {

    private static final String WORD = "marked/value?1";

    @TempDir
    Path folder;

    static Stream<byte[]> a_word_is_found_however_it_is_written() {
        var around = Stream.of("", "x", "xy", "xyz").map(before -> (before + WORD + "~~").getBytes(UTF_8));
        return Stream.concat(
                Stream.of(
                        WORD.getBytes(UTF_8),
                        WORD.getBytes(UTF_16BE),
                        WORD.getBytes(UTF_16LE),
                        HexFormat.of().formatHex(WORD.getBytes(UTF_8)).getBytes(UTF_8),
                        HexFormat.of()
                                .withUpperCase()
                                .formatHex(WORD.getBytes(UTF_8))
                                .getBytes(UTF_8)),
                around.flatMap(bytes -> Stream.of(
                        Base64.getEncoder().encode(bytes),
                        Base64.getUrlEncoder().encode(bytes))));
    }

    @ParameterizedTest
    @MethodSource
    void a_word_is_found_however_it_is_written(byte[] written) throws IOException {
        Files.write(folder.resolve("file"), written);
        assertThat(Haystack.of(folder).finds(List.of("another", WORD))).containsExactly(WORD);
    }

    @Test
    void a_word_is_found_in_a_zip() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("backup.zip")))) {
            zip.putNextEntry(new ZipEntry("inside"));
            zip.write("%s %s".formatted(WORD, "x".repeat(1000)).getBytes(UTF_8));
        }
        assertThat(Haystack.of(folder).finds(List.of("another", WORD))).containsExactly(WORD);
    }
}
