// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bothyes.operations.Ask;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who began with an earlier version comes back in this one and finds everything. */
class UpgradeTest {

    private static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final Pattern RELEASED = Pattern.compile("(?m)^## (\\d+\\.\\d+\\.\\d+) ");

    @TempDir
    private Path folder;

    static Stream<LaidDown> releases() throws IOException {
        try (var folders = Files.list(RELEASES)) {
            return folders.sorted().map(LaidDown::new).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void all_of_an_earlier_version_goes_on_in_this_one(LaidDown release) throws Exception {
        goesOn(release);
    }

    @Test
    void all_of_the_last_one_goes_on_in_postgresql_too() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .start()) {
            goesOn(
                    releases().toList().getLast(),
                    "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.username=postgres");
        }
    }

    private void goesOn(LaidDown release, String... database) throws Exception {
        var data = folder.resolve("data");
        var key = Files.copy(release.key(), folder.resolve("key")); // nobody writes beside the tests
        var settings = Stream.concat(Stream.of("both-yes.key=" + key, "management.server.port=0"), Stream.of(database));
        try (var at = Stand.start(data, settings.toArray(String[]::new))) {
            assertThat(Ask.ask(List.of("restore", release.backup().toString()), data, System.out, System.err))
                    .isZero();
            var one = at.back(release.code("answering.one")).orElseThrow();
            var two = at.back(release.code("answering.two")).orElseThrow();
            assertThat(at.comfort(one, 0)).isEqualTo(Comfort.YES);
            at.rounds().seal(one);
            at.rounds().seal(two);
            at.tick("PT2M");
            at.counting().sweep();
            assertThat(shared(at, two)).isEqualTo(Shared.TALK);
            assertThat(shared(at, at.back(release.code("finished.two")).orElseThrow()))
                    .isEqualTo(Shared.LIKE);
        }
    }

    private static Shared shared(Stand at, Partner partner) {
        return at.sharing().open(partner).shared(Role.ONE, at.pack().sides().getFirst());
    }

    @Test
    void every_version_that_was_released_has_left_something_to_try() throws IOException {
        var released = RELEASED.matcher(Files.readString(Path.of("CHANGELOG.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(released)
                .allSatisfy(version -> assertThat(RELEASES.resolve(version)).isDirectory());
        assertThat(releases()).isNotEmpty();
    }
}
