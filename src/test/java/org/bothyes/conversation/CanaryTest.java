package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bothyes.Application;
import org.bothyes.overlap.Comfort;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.OpenVault;
import org.bothyes.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Everything that was said and every secret, searched for in every file: sealed, nothing is found; open, it is. */
class CanaryTest {

    @TempDir
    Path folder;

    @TestConfiguration(proxyBeanMethods = false)
    static class Unsealed {
        @Bean
        @Primary
        Vault openVault(InstanceKey key, SecureRandom random) {
            return OpenVault.of(key, random);
        }
    }

    @Test
    void sealed_nothing_of_it_is_in_any_file() throws IOException {
        assertThat(found(live(Application.class, Fixture.class))).isEmpty();
    }

    @Test
    void the_same_search_finds_it_where_nothing_is_sealed() throws IOException {
        assertThat(found(live(Application.class, Fixture.class, Unsealed.class)))
                .isNotEmpty();
    }

    /** Two partners go from the start to the middle of a second round; what they said and what let them in. */
    private List<String> live(Class<?>... parts) {
        var app = new SpringApplicationBuilder(parts)
                .run(
                        "--BOTH_YES_DATA=" + folder.resolve("data"),
                        "--server.port=0",
                        "--vaadin.productionMode=true",
                        "--both-yes.new-round-after=0s");
        try (var at = Stand.in(app)) {
            var starter = at.start();
            var invitation = at.invitation(starter.partner());
            at.answerAll(starter.partner(), Comfort.YES);
            at.answering().at(starter.partner(), "marked/step", true);
            at.rounds().seal(starter.partner());
            var joined = at.conversations()
                    .join(invitation.token().code(), invitation.words(), Stand.PIN)
                    .orElseThrow();
            at.answerAll(joined.partner(), Comfort.OPEN);
            at.rounds().seal(joined.partner());
            at.tick("PT2M");
            at.sharing().open(joined.partner());
            at.newRound().ask(starter.partner());
            at.newRound().ask(joined.partner());
            at.answer(joined.partner(), 0, Comfort.NO);
            var said = new ArrayList<>(List.of(
                    starter.code().code().replace(" ", ""),
                    joined.code().code().replace(" ", ""),
                    invitation.token().code().replace(" ", ""),
                    invitation.words(),
                    "271828",
                    "marked/step"));
            at.pack().topics().forEach(topic -> said.add("t " + topic.id().value() + "/"));
            at.pack().limits().forEach(limit -> said.add("l " + limit.id().value() + " "));
            return said;
        }
    }

    /** Which of these are in a file, in any way that text is usually written. */
    private List<String> found(List<String> marks) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1)).append('\n');
            }
        }
        assertThat(all.length()).as("bytes that were searched").isGreaterThan(50_000);
        var lower = all.toString().toLowerCase(Locale.ROOT);
        return marks.stream()
                .filter(mark -> written(mark).stream().anyMatch(way -> all.indexOf(way) >= 0)
                        || lower.contains(HexFormat.of().formatHex(mark.getBytes(UTF_8))))
                .toList();
    }

    private static List<String> written(String mark) {
        var bytes = mark.getBytes(UTF_8);
        return List.of(
                mark,
                new String(mark.getBytes(UTF_16BE), ISO_8859_1),
                new String(mark.getBytes(UTF_16LE), ISO_8859_1),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
}
