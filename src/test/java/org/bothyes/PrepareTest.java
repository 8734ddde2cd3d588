// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.bothyes.usecases.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real bin/Prepare.java, with the smallest application that it can visit. */
class PrepareTest {

    /** Takes its own jar apart when it is told to, and else answers everything with a page. */
    private static final String APPLICATION = """
            package org.bothyes;
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            import java.nio.file.*;
            class Application {
                public static void main(String[] args) throws Exception {
                    if (System.getProperty("jarmode") != null) {
                        var to = Files.createDirectories(Path.of(args[2]));
                        Files.copy(Path.of(System.getProperty("java.class.path")), to.resolve("both-yes.jar"));
                        Files.copy(to.resolve("both-yes.jar"), to.resolve("library.jar"));
                        return;
                    }
                    var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("PORT"))), 0);
                    var page = "name=\\"pack\\" value=\\"x\\"".getBytes();
                    server.createContext("/", exchange -> {
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                        exchange.close();
                    });
                    server.start();
                }
            }
            """;

    @TempDir
    Path folder;

    private Path jar = Path.of("");
    private Path app = Path.of("");

    @BeforeEach
    void an_application() throws IOException {
        folder = folder.toRealPath();
        app = folder.resolve("app");
        jar = folder.resolve("both-yes.jar");
        var source = Files.writeString(folder.resolve("Application.java"), APPLICATION);
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.bothyes.Application");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "library.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("org/bothyes/Application.class"));
            Files.copy(folder.resolve("org/bothyes/Application.class"), out);
        }
    }

    @Test
    void a_server_keeps_what_it_was_started_from_until_it_has_ended_and_a_build_that_fails_changes_nothing()
            throws Exception {
        assertThat(prepare()).isZero();
        var first = app.toRealPath();
        assertThat(first).isNotEqualTo(app);
        assertThat(first.resolve("options")).content().contains("\"" + first.resolve("both-yes.jar") + ":");
        var server = start(List.of("@" + first.resolve("options"), "org.bothyes.Application"), "" + Running.freePort());
        try {
            assertThat(prepare()).isZero();
            assertThat(app.toRealPath()).isNotEqualTo(first);
            assertThat(first.resolve("library.jar")).exists();
        } finally {
            server.destroyForcibly().waitFor();
        }
        var second = app.toRealPath();
        Files.writeString(jar, "no jar at all");
        assertThat(prepare()).isNotZero();
        assertThat(app.toRealPath()).isEqualTo(second);
        assertThat(builds()).containsExactly(second);
    }

    private List<Path> builds() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("app-"))
                    .toList();
        }
    }

    private int prepare() throws Exception {
        var prepare = start(List.of(Path.of("bin/Prepare.java").toString(), jar.toString(), app.toString()), "0");
        assertThat(prepare.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return prepare.exitValue();
    }

    private Process start(List<String> words, String port) throws IOException {
        var command = new ProcessBuilder(Running.tool("java"));
        command.command().addAll(words);
        command.environment().put("PORT", port);
        return command.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
                .start();
    }
}
