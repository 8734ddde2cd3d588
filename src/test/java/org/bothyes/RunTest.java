// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bothyes.usecases.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real bin/run, in a project of its own, with a Maven that builds nothing and a Java that says what it is given. */
class RunTest {

    /** Lays down what a build does, called by what stands in pom.xml. */
    private static final String MAVEN = """
            #!/usr/bin/env bash
            set -e
            build=app-$(cat pom.xml)
            [ "$build" != app-broken ] || { echo "[ERROR] broken"; exit 1; }
            mkdir -p "target/$build"
            printf -- '-cp "%s/both-yes.jar"\\n' "$(cd "target/$build" && pwd -P)" >"target/$build/options"
            touch "target/$build/both-yes.jar" "target/$build/both-yes.aot" target/both-yes.jar
            ln -sfn "$build" target/app
            """;

    @TempDir
    Path folder;

    private Path project = Path.of("");

    private record Said(int code, String words) {}

    @BeforeEach
    void a_project() throws IOException {
        project = Files.createDirectories(folder.resolve("a project")).toRealPath();
        for (var name : List.of("bin", "src/main", "frontend", ".mvn")) {
            Files.createDirectories(project.resolve(name));
        }
        for (var name : List.of("bin/run", "bin/tools.sh", "bin/pack.mjs", "bin/Prepare.java")) {
            Files.copy(Path.of(name), project.resolve(name));
        }
        changesTo("1");
        tool("mvn", MAVEN);
        tool("npm", "#!/bin/sh\n");
        tool("node", "#!/bin/sh\necho v24.0.0\n");
        tool("javac", "#!/bin/sh\n");
        tool("java", "#!/bin/sh\necho \"Java runs $*\"\n");
        Files.writeString(folder.resolve("tools/release"), "JAVA_VERSION=\"25\"\n");
    }

    private void tool(String name, String content) throws IOException {
        var file = folder.resolve("tools/bin").resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(Files.writeString(file, content).toFile().setExecutable(true))
                .isTrue();
    }

    private void changesTo(String sources) throws IOException {
        Files.writeString(project.resolve("pom.xml"), sources);
    }

    @Test
    void what_has_not_changed_is_built_once() throws Exception {
        assertThat(run("--build").words()).contains("Building");
        assertThat(run("--build")).isEqualTo(new Said(0, ""));
        assertThat(run("--classroom").words())
                .contains("Java runs @" + project.resolve("target/app-1/options"))
                .doesNotContain("Building");
    }

    @Test
    void what_was_built_before_stays_when_something_else_is_built() throws Exception {
        run("--build");
        changesTo("2");
        assertThat(run("--classroom").words()).contains("Java runs @" + project.resolve("target/app-2/options"));
        assertThat(project.resolve("target/app-1/both-yes.jar")).exists();
    }

    @Test
    void a_build_that_fails_says_so_and_leaves_what_was_built_before() throws Exception {
        run("--build");
        changesTo("broken");
        var build = run("--build");
        assertThat(build.words()).contains("[ERROR] broken", "The build failed: ");
        assertThat(build.code()).isEqualTo(1);
        var said = run("--classroom");
        assertThat(said.words())
                .contains("The build failed: ", "Running what was built before", "Java runs @")
                .contains(project.resolve("target/app-1/options").toString());
        assertThat(said.code()).isZero();
    }

    @Test
    void where_nothing_was_built_before_a_build_that_fails_is_the_end() throws Exception {
        changesTo("broken");
        var said = run("--classroom");
        assertThat(said.words()).contains("The build failed: ").doesNotContain("Java runs");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void who_may_not_build_is_told_in_a_sentence_and_runs_what_was_built_before() throws Exception {
        run("--build");
        changesTo("2");
        Files.delete(project.resolve("target/build.log"));
        Files.createDirectory(project.resolve("target/build.log"));
        var said = run("--classroom");
        assertThat(said.words())
                .startsWith("Nothing was built: this user may not write to " + project.resolve("target") + ", ")
                .contains("bin/run --build", "Running what was built before")
                .contains(project.resolve("target/app-1/options").toString())
                .doesNotContain("rm:", "build.log");
    }

    @Test
    void a_project_that_was_moved_is_built_where_it_is_now() throws Exception {
        run("--build");
        project = Files.move(project, folder.resolve("moved"));
        assertThat(run("--build").words()).contains("Building");
        assertThat(project.resolve("target/app/options")).content().contains(project + "/target/app-1/");
    }

    @Test
    void and_what_was_built_elsewhere_is_not_run() throws Exception {
        run("--build");
        project = Files.move(project, folder.resolve("moved"));
        changesTo("broken");
        assertThat(run("--classroom").words()).contains("The build failed: ").doesNotContain("Java runs");
    }

    private Said run(String... words) throws Exception {
        var command = new ProcessBuilder(project.resolve("bin/run").toString());
        command.command().addAll(List.of(words));
        command.environment().keySet().removeIf(name -> name.startsWith("BOTH_YES_"));
        command.environment()
                .putAll(Map.of(
                        "PORT", "" + Running.freePort(),
                        "JAVA_HOME", folder.resolve("tools").toString(),
                        "PATH", folder.resolve("tools/bin") + ":" + System.getenv("PATH")));
        var said = folder.resolve("said");
        var process =
                command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(said));
    }
}
