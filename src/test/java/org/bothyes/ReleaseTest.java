// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/release}, in a small checkout of its own where verifying is a matter of a moment. */
class ReleaseTest {

    private static final String POM = """
            <project>
              <parent>
                <artifactId>somebody-elses</artifactId>
                <version>4.1.2</version>
              </parent>
              <artifactId>both-yes</artifactId>
              <version>0.1.0-SNAPSHOT</version>
              <properties>
                <java.version>25</java.version>
              </properties>
              <dependency>
                <version>0.1.0-SNAPSHOT</version>
              </dependency>
            </project>
            """;
    private static final String CHANGES = """
            # Changelog

            ## Unreleased

            ### Added

            - A door that opens.

            ## 0.0.1 - 2026-01-31

            - A door.
            """;
    private static final String LIST = "{\"bomFormat\": \"CycloneDX\"}";
    /** Puts down what the real one would have built, and looks at what it was asked to verify. */
    private static final String CONTENT = """
            #!/usr/bin/env bash
            mkdir -p target && cp jar target/both-yes.jar && cp pom.xml target/verified.xml
            """;

    private static final String KEEPS = """
            #!/usr/bin/env bash
            mkdir -p "src/test/resources/releases/$1" && echo kept >"src/test/resources/releases/$1/backup.zip"
            """;
    private static final String NOT_CONTENT = """
            #!/usr/bin/env bash
            exit 1
            """;

    @TempDir
    Path folder;

    private record Said(int code, String words) {}

    @BeforeEach
    void a_checkout_of_main() throws Exception {
        Files.createDirectory(folder.resolve("bin"));
        for (var script : List.of("bin/release", "bin/tools.sh")) {
            Files.copy(Path.of(script), folder.resolve(script));
        }
        write("pom.xml", POM);
        write("CHANGELOG.md", CHANGES);
        write(".gitignore", "target/\n");
        write("bin/verify", CONTENT);
        write("bin/keep", KEEPS);
        for (var script : List.of("bin/verify", "bin/keep")) {
            assertThat(folder.resolve(script).toFile().setExecutable(true)).isTrue();
        }
        try (var jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/sbom/application.cdx.json"));
            jar.write(LIST.getBytes(UTF_8));
        }
        git("init", "-q");
        git("symbolic-ref", "HEAD", "refs/heads/main");
        commit();
    }

    @Test
    void without_a_version_it_asks_for_one() throws Exception {
        refuses("Which version?");
    }

    @Test
    void a_version_is_three_numbers() throws Exception {
        for (var wrong : List.of("1.2", "v1.2.3", "1.2.3-rc1", "1.02.3", "1.2.3.4", "newest", "1.2.3;ls")) {
            refuses("A version is three numbers", wrong);
        }
        assertThat(release("0.2.0", "0.3.0").code()).isEqualTo(2);
        assertThat(release("--force").code()).isEqualTo(2);
    }

    @Test
    void what_is_not_committed_is_in_its_way() throws Exception {
        write("left-over", "");
        refuses("Something here is not committed", "0.2.0");
        Files.delete(folder.resolve("left-over"));
        write("pom.xml", POM + "\n");
        refuses("Something here is not committed", "0.2.0");
    }

    @Test
    void it_is_made_from_main_alone() throws Exception {
        git("checkout", "-q", "-b", "aside");
        refuses("A release is made from main, and this is 'aside'", "0.2.0");
        git("checkout", "-q", "--detach");
        refuses("A release is made from main, and this is 'no branch'", "0.2.0");
    }

    @Test
    void a_number_is_given_once() throws Exception {
        git("tag", "v0.2.0");
        refuses("There is a v0.2.0 already", "0.2.0");
    }

    @Test
    void with_nothing_new_there_is_nothing_to_release() throws Exception {
        write("CHANGELOG.md", CHANGES.replace("- A door that opens.\n", ""));
        commit();
        refuses("Nothing stands under \"Unreleased\"", "0.2.0");
    }

    @Test
    void a_dry_run_says_what_would_be_done_and_changes_nothing() throws Exception {
        var before = state();
        for (var words : List.of(new String[] {"0.2.0", "--dry-run"}, new String[] {"--dry-run", "0.2.0"})) {
            var said = release(words);
            assertThat(said.code()).as(said.words()).isZero();
            assertThat(said.words())
                    .contains("Would make 0.2.0 from 0.1.0-SNAPSHOT")
                    .contains("- A door that opens.")
                    .doesNotContain("- A door.\n")
                    .contains("v0.2.0", "both-yes-0.2.0.jar", "0.2.1-SNAPSHOT", "Nothing was changed.");
            assertThat(state()).isEqualTo(before);
            assertThat(folder.resolve("target")).doesNotExist();
        }
    }

    @Test
    void a_dry_run_refuses_what_a_release_would() throws Exception {
        git("tag", "v0.2.0");
        refuses("There is a v0.2.0 already", "0.2.0", "--dry-run");
    }

    @Test
    void a_release_is_verified_committed_tagged_and_laid_out() throws Exception {
        var said = release("0.2.0");
        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words().strip()).endsWith("git push --atomic origin main v0.2.0");
        assertThat(git("log", "--format=%s")).isEqualTo("Go on to 0.2.1-SNAPSHOT\nRelease 0.2.0\nBegin\n");
        assertThat(git("status", "--porcelain")).isEmpty();

        var released = POM.replaceFirst("0\\.1\\.0-SNAPSHOT", "0.2.0");
        assertThat(git("show", "v0.2.0:pom.xml")).isEqualTo(released);
        assertThat(folder.resolve("target/verified.xml")).hasContent(released);
        assertThat(folder.resolve("pom.xml")).hasContent(released.replaceFirst("0\\.2\\.0", "0.2.1-SNAPSHOT"));
        assertThat(git("show", "v0.2.0:CHANGELOG.md").replaceFirst("\\d{4}-\\d\\d-\\d\\d", "TODAY"))
                .isEqualTo(CHANGES.replace("## Unreleased\n", "## Unreleased\n\n## 0.2.0 - TODAY\n"));
        assertThat(git("show", "v0.2.0:src/test/resources/releases/0.2.0/backup.zip"))
                .isEqualTo("kept\n");
        assertThat(git("cat-file", "-t", "v0.2.0")).isEqualTo("tag\n");
        assertThat(release("0.3.0").words()).contains("Nothing stands under \"Unreleased\"");
    }

    @Test
    void what_is_handed_out_is_the_jar_its_list_of_parts_and_their_sums() throws Exception {
        Files.createDirectories(folder.resolve("target/release"));
        write("target/release/both-yes-0.1.0.jar", "of before");
        assertThat(release("0.2.0").code()).isZero();

        var out = folder.resolve("target/release");
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("both-yes-0.2.0.jar", "both-yes-0.2.0.cdx.json", "SHA256SUMS");
        }
        assertThat(out.resolve("both-yes-0.2.0.jar")).hasSameBinaryContentAs(folder.resolve("jar"));
        assertThat(out.resolve("both-yes-0.2.0.cdx.json")).hasContent(LIST);
        assertThat(Files.readAllLines(out.resolve("SHA256SUMS")))
                .containsExactly(
                        sum(out, "both-yes-0.2.0.jar") + "  both-yes-0.2.0.jar",
                        sum(out, "both-yes-0.2.0.cdx.json") + "  both-yes-0.2.0.cdx.json");
    }

    @Test
    void what_is_not_verified_is_not_released_and_leaves_nothing() throws Exception {
        write("bin/verify", NOT_CONTENT);
        commit();
        var before = state();
        refuses("bin/verify was not content", "0.2.0");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_jar_without_its_list_of_parts_is_not_released() throws Exception {
        try (var jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/"));
        }
        commit();
        var before = state();
        refuses("The jar carries no list of its parts", "0.2.0");
        assertThat(state()).isEqualTo(before);
    }

    /** What a release could change: files, commits, tags. */
    private String state() throws Exception {
        return git("status", "--porcelain") + git("for-each-ref") + git("diff", "HEAD");
    }

    private void refuses(String why, String... words) throws Exception {
        var tags = git("tag");
        var said = release(words);
        assertThat(said.words()).contains(why);
        assertThat(said.code()).as(said.words()).isEqualTo(1);
        assertThat(git("tag")).isEqualTo(tags);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", "Begin");
    }

    private Said release(String... words) throws Exception {
        return run("bin/release", words);
    }

    private String git(String... words) throws Exception {
        var said = run("git", words);
        assertThat(said.code()).as(said.words()).isZero();
        return said.words();
    }

    /** As somebody whose own settings for git play no part. */
    private Said run(String program, String... words) throws Exception {
        var command = new ProcessBuilder(
                program.contains("/") ? folder.resolve(program).toString() : program);
        command.command().addAll(List.of(words));
        command.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        command.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "HOME", folder.toString(),
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Somebody",
                        "GIT_AUTHOR_EMAIL", "somebody@example.org",
                        "GIT_COMMITTER_NAME", "Somebody",
                        "GIT_COMMITTER_EMAIL", "somebody@example.org"));
        var said = folder.resolveSibling(folder.getFileName() + ".said");
        var process = command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var all = Files.readString(said);
        Files.delete(said);
        return new Said(process.exitValue(), all);
    }

    private static String sum(Path folder, String name) throws Exception {
        var content = Files.readAllBytes(folder.resolve(name));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
