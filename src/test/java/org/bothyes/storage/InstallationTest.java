// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.bothyes.Application;
import org.bothyes.vault.InstanceKey;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Key and database belong together, or nothing starts. */
@ExtendWith(OutputCaptureExtension.class)
class InstallationTest {

    @TempDir
    private Path folder;

    private Path key = Path.of("");

    @BeforeEach
    void a_first_start() {
        key = folder.resolve("data.key");
        start().close();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .run("--BOTH_YES_DATA=" + folder.resolve("data"), "--server.port=0", "--vaadin.productionMode=true");
    }

    private void refuses(String words) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start().close())
                .havingRootCause()
                .isInstanceOf(InstanceKeyFault.class)
                .withMessageContaining(words);
    }

    @Test
    void the_first_start_makes_the_key_beside_the_data_and_the_next_one_uses_it() throws IOException {
        assertThat(key).hasSize(InstanceKey.BYTES);
        var made = Files.readAllBytes(key);
        start().close();
        assertThat(key).hasBinaryContent(made);
    }

    @Test
    void a_missing_key_stops_the_start_and_makes_no_new_one() throws IOException {
        Files.delete(key);
        refuses("is missing");
        assertThat(key).doesNotExist();
    }

    @Test
    void a_start_that_fails_says_why_and_nothing_else(CapturedOutput said) throws IOException {
        Files.delete(key);
        LoggingSystem.get(getClass().getClassLoader()).cleanUp(); // so that it writes to where we look
        refuses("is missing");
        assertThat(said.getAll().lines().filter(line -> line.matches(".*(WARN|ERROR|\\bat [a-z.]+).*")))
                .singleElement()
                .asString()
                .contains("LoggingFailureAnalysisReporter");
        assertThat(said).contains("The instance key " + key + " is missing.", "let BOTH_YES_KEY name the file");
    }

    @Test
    void another_installations_key_stops_the_start() throws IOException {
        Files.delete(key);
        InstanceKey.create(key, new SecureRandom());
        refuses("belongs to another database");
    }

    @Test
    void of_two_nodes_that_start_for_the_first_time_at_once_one_has_the_key_and_the_other_is_told() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        var jdbc = JdbcClient.create(database);
        var first = new Installation(jdbc, new SecureRandom());
        var whileItMakesItsOwn = new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                super.nextBytes(bytes);
                first.key(folder.resolve("first.key"));
            }
        };
        var second = new Installation(jdbc, whileItMakesItsOwn);
        assertThatExceptionOfType(InstanceKeyFault.class)
                .isThrownBy(() -> second.key(folder.resolve("second.key")))
                .withMessageContaining("belongs to another database");
        assertThatNoException().isThrownBy(() -> first.key(folder.resolve("first.key")));
    }

    @Test
    void what_is_no_key_stops_the_start() throws IOException {
        Files.delete(key);
        Files.writeString(key, "no key at all");
        refuses("can't be read or written, or is no key");
    }

    @Test
    void a_key_that_can_not_be_made_at_the_first_start_is_not_told_as_a_lost_one() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        var installation = new Installation(JdbcClient.create(database), new SecureRandom());
        var fault = catchThrowableOfType(
                InstanceKeyFault.class,
                () -> installation.key(key.resolve("in a file").resolve("data.key")));
        assertThat(fault).hasMessageContaining("first start").hasMessageContaining("can't be written");
        assertThat(new InstanceKeyFault.Analyzer().analyze(fault, fault).getAction())
                .contains("BOTH_YES_KEY")
                .doesNotContain("lost");
    }

    @Test
    void a_fault_of_the_key_tells_what_to_do() {
        var fault = new InstanceKeyFault("x");
        assertThat(new InstanceKeyFault.Analyzer().analyze(fault, fault).getAction())
                .contains("BOTH_YES_KEY", "nobody can bring back");
    }
}
