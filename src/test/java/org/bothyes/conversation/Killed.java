package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of its own that prints what it was acknowledged, and is killed in the middle. */
final class Killed {

    private Killed() {}

    /**
     * Every whole line that was printed before the process was killed.
     *
     * @param said the lines that count
     * @param after how many of them have come before the kill
     * @param millis how long after that
     */
    static List<String> run(Class<?> main, Pattern said, int after, int millis, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dspring.devtools.restart.enabled=false",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (said.matcher(line).lookingAt()) {
                    lines.add(line);
                }
                if (lines.size() == after) {
                    process.waitFor(millis, TimeUnit.MILLISECONDS);
                    process.toHandle().destroyForcibly(); // leaves what was printed to be read
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(after);
        return lines;
    }
}
