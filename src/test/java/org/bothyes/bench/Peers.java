// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What is measured beside us, by the name that it has in the table: the address of a page, or of a jar that is started.
 * Nothing of it comes into the tree.
 */
record Peers(Map<String, URI> addresses) {

    private static final Path JARS = Path.of("target", "peers");

    /** @param words of the command line, as in {@code KinkList=http://localhost:8000/} */
    static Peers given(Iterable<String> words) {
        var addresses = new TreeMap<String, URI>();
        for (var word : words) {
            var pair = word.split("=", 2);
            addresses.put(pair[0], URI.create(pair[1]));
        }
        return new Peers(addresses);
    }

    /** Each that is a page. */
    void pages(BiConsumer<String, URI> doing) {
        addresses.forEach((name, address) -> {
            if (!isJar(address)) {
                doing.accept(name, address);
            }
        });
    }

    /** The jar of this name, fetched if it was given. */
    Optional<Path> jar(String name) {
        return Optional.ofNullable(addresses.get(name)).map(address -> fetched(name, address));
    }

    /** What is posted to its login, as it stands behind the address after a {@code #}. */
    String login(String name) {
        return Optional.ofNullable(addresses.get(name)).map(URI::getFragment).orElse("");
    }

    private static boolean isJar(URI address) {
        return address.getPath().endsWith(".jar");
    }

    private static Path fetched(String name, URI address) {
        var jar = JARS.resolve(name + ".jar");
        try (var in = address.toURL().openStream()) {
            Files.createDirectories(JARS);
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
