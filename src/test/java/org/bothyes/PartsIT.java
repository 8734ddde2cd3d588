// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of parts that the jar carries, held against what is in the jar, byte by byte. */
class PartsIT {

    @Test
    void the_list_in_the_jar_names_each_library_in_it_and_no_other() throws Exception {
        try (var jar = new JarFile("target/both-yes.jar")) {
            var list = JsonMapper.shared()
                    .readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
            var listed = list.path("components")
                    .valueStream()
                    .filter(part -> part.path("scope").asString().equals("required"))
                    .filter(part -> !part.path("name").asString().startsWith("spring-boot-starter")) // empty, left out
                    .map(PartsIT::hash)
                    .collect(Collectors.toSet());
            assertThat(libraries(jar)).hasSizeGreaterThan(100).isEqualTo(listed);
        }
    }

    private static String hash(JsonNode part) {
        return part.path("hashes")
                .valueStream()
                .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
                .map(hash -> hash.path("content").asString())
                .findFirst()
                .orElseThrow();
    }

    /** All but the one that Spring Boot's packing adds, which only runs when it is asked for. */
    private static Set<String> libraries(JarFile jar) throws Exception {
        var libraries = new HashSet<String>();
        for (var entry : jar.stream()
                .filter(entry -> entry.getName().matches("BOOT-INF/lib/.*\\.jar"))
                .filter(entry -> !entry.getName().contains("spring-boot-jarmode-tools"))
                .toList()) {
            var content = jar.getInputStream(entry).readAllBytes();
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            libraries.add(HexFormat.of().formatHex(hash));
        }
        return libraries;
    }
}
