// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** Every byte below a folder, unzipped, to be searched for words in any way that words are usually written. */
public final class Haystack {

    private final List<String> files;

    private Haystack(List<String> files) {
        this.files = files;
    }

    /** One byte a character, so that anything can be searched as if it were text. */
    public static Haystack of(Path folder) throws IOException {
        var files = new ArrayList<String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                files.add(new String(bytes, ISO_8859_1));
                var zip = new ZipInputStream(new ByteArrayInputStream(bytes));
                while (zip.getNextEntry() != null) {
                    files.add(new String(zip.readAllBytes(), ISO_8859_1));
                }
            }
        }
        return new Haystack(files);
    }

    public long bytes() {
        return files.stream().mapToLong(String::length).sum();
    }

    /** Which of these are in it. */
    public List<String> finds(List<String> words) {
        return words.stream()
                .filter(word -> ways(word.getBytes(UTF_8), word).anyMatch(this::has))
                .toList();
    }

    private boolean has(String way) {
        return files.stream().anyMatch(file -> file.contains(way));
    }

    private static Stream<String> ways(byte[] bytes, String word) {
        var plain = Stream.of(
                word,
                new String(word.getBytes(UTF_16BE), ISO_8859_1),
                new String(word.getBytes(UTF_16LE), ISO_8859_1),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
        var encoded = IntStream.range(0, 3)
                .mapToObj(before -> base64(bytes, before))
                .flatMap(way -> Stream.of(way, way.replace('+', '-').replace('/', '_')));
        return Stream.concat(plain, encoded);
    }

    /** What Base64 makes of it where so many bytes stand before it, but for the characters that neighbours share. */
    private static String base64(byte[] bytes, int before) {
        var all = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, all, before, bytes.length);
        return Base64.getEncoder().encodeToString(all).substring((before * 8 + 5) / 6, all.length * 8 / 6);
    }
}
