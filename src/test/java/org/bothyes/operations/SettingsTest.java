// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bothyes.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** A setting that can't be meant stops the start, in a sentence that says which and repeats no value. */
class SettingsTest {

    @TempDir
    private Path folder;

    private static List<String> faults(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return Settings.faults(environment, settings.keySet());
    }

    @Test
    void every_setting_that_is_read_is_known_and_every_known_one_is_read() throws IOException {
        var read = new TreeSet<String>();
        var name = Pattern.compile("\\$\\{(PORT|BOTH_YES_[A-Z_]+)");
        name.matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .forEach(found -> read.add(found.group(1)));
        read.add("BOTH_YES_JDKS");
        read.add("BOTH_YES_BROWSER");
        assertThat(new TreeSet<>(Setting.names())).isEqualTo(read);
    }

    @Test
    void what_would_be_taken_for_the_name_of_something_else_is_refused_and_not_said() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "marked-${HOME}value");
        for (var settings : List.of(
                Map.of("BOTH_YES_DB_PASSWORD", "marked-${x}value"),
                Map.of("BOTH_YES_OPERATOR", "marked-${user.home}"),
                Map.of("BOTH_YES_DB_PASSWORD_FILE", file.toString()))) {
            assertThatExceptionOfType(SettingFault.class)
                    .isThrownBy(() -> Settings.of(settings))
                    .satisfies(fault -> assertThat(fault.getMessage())
                            .startsWith(settings.keySet().iterator().next() + " has “${” in it")
                            .doesNotContain("marked"));
        }
    }

    @Test
    void a_mistyped_name_is_refused_and_the_one_that_was_meant_is_said() {
        assertThat(faults(Map.of("BOTH_YES_BACKUP", "/x", "PATH", "/bin")))
                .containsExactly("There is no setting BOTH_YES_BACKUP. Did you mean “BOTH_YES_BACKUPS”?");
        assertThat(faults(Map.of("BOTH_YES_SOMETHING_ELSE", "1")))
                .containsExactly("There is no setting BOTH_YES_SOMETHING_ELSE.");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 70000",
        "PORT, web",
        "BOTH_YES_WATCH, -1",
        "BOTH_YES_SEAL_COUNTS, soon",
        "BOTH_YES_SEAL_COUNTS, 366d",
        "BOTH_YES_SEAL_COUNTS, 99999999999999d",
        "BOTH_YES_LOCK_AFTER, -5m",
        "BOTH_YES_LOCK_AFTER, 5",
        "BOTH_YES_FORWARDED, yes",
        "BOTH_YES_PROXIES, 10.0.0.300/32",
        "BOTH_YES_PROXIES, 10.0.0.9/33",
        "BOTH_YES_PROXIES, 10.0.0.9",
        "BOTH_YES_PROXIES, '10.0.0.7/32 10.0.0.8/32'",
        "BOTH_YES_WATCH_HOST, not a host",
        "BOTH_YES_WATCH_HOST, 203.0.113.7",
        "BOTH_YES_TRIES, 0",
        "BOTH_YES_TODAY, tomorrow",
        "BOTH_YES_COMPACTS, nightly",
        "BOTH_YES_BACKUPS, /not/there",
        "BOTH_YES_HELP, /not/there",
        "BOTH_YES_ADDRESS, http://yes.example.org",
        "BOTH_YES_ADDRESS, https://user@yes.example.org",
        "BOTH_YES_ADDRESS, https://yes.example.org/path",
        "BOTH_YES_ADDRESS, 'https://yes example'",
        "BOTH_YES_DB_URL, mysql://db",
        "BOTH_YES_LOGS, json"
    })
    void a_value_that_can_not_be_meant_is_refused_and_not_repeated(String setting, String value) {
        assertThat(faults(Map.of(setting, value))).singleElement().satisfies(fault -> {
            assertThat(fault).startsWith(setting + " has to be ").endsWith(", and is not.");
            assertThat(fault).doesNotContain(value);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 0",
        "BOTH_YES_SEAL_COUNTS, 0s",
        "BOTH_YES_NEW_ROUND_AFTER, 7d",
        "BOTH_YES_ASK_AGAIN_AFTER, 365d",
        "BOTH_YES_LOCK_AFTER, PT90S",
        "BOTH_YES_WATCH_HOST, 0.0.0.0",
        "BOTH_YES_WATCH_HOST, '::'",
        "BOTH_YES_WATCH_HOST, 127.0.0.1",
        "BOTH_YES_WATCH_HOST, 127.0.0.2",
        "BOTH_YES_FORWARDED, native",
        "BOTH_YES_TODAY, 2026-11-25",
        "BOTH_YES_COMPACTS, -",
        "BOTH_YES_BACKS_UP, 0 30 4 * * *",
        "BOTH_YES_ADDRESS, https://yes.example.org:8443/",
        "BOTH_YES_DB_URL, jdbc:postgresql://db/bothyes",
        "BOTH_YES_LOGS, ecs",
        "BOTH_YES_BACKUPS, ''"
    })
    void what_can_be_meant_passes(String setting, String value) {
        assertThat(faults(Map.of(setting, value))).isEmpty();
    }

    @Test
    void what_does_not_go_together_is_refused() throws IOException {
        assertThat(faults(Map.of("PORT", "8080", "BOTH_YES_WATCH", "8080")))
                .containsExactly("PORT and BOTH_YES_WATCH have to be two ports.");
        assertThat(faults(Map.of("BOTH_YES_PROXIES", "10.0.0.7/32")))
                .singleElement()
                .asString()
                .contains("native");
        var key = Files.createFile(
                folder.resolve("key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------")));
        assertThat(faults(Map.of("BOTH_YES_KEY", key.toString()))).isEmpty();
        for (var setting : List.of("BOTH_YES_DATA", "BOTH_YES_BACKUPS")) {
            assertThat(faults(Map.of("BOTH_YES_KEY", key.toString(), setting, folder.toString())))
                    .singleElement()
                    .asString()
                    .contains(setting)
                    .doesNotContain(folder.toString());
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(faults(Map.of("BOTH_YES_KEY", key.toString())))
                .singleElement()
                .asString()
                .contains("chmod 400");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(faults(
                        new TreeMap<>(Map.of("BOTH_YES_TRIES", "none", "BOTH_YES_LOGS", "loud", "BOTH_YES_DATE", "1"))))
                .hasSize(3);
    }

    private static StandardEnvironment prepared(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        new Settings()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment;
    }

    @Test
    void the_password_of_the_database_is_read_from_its_file() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "open sesame\n");
        assertThat(prepared(Map.of("BOTH_YES_DB_PASSWORD_FILE", file.toString()))
                        .getProperty("spring.datasource.password"))
                .isEqualTo("open sesame");
    }

    @Test
    void or_given_as_it_is_but_not_both() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "open sesame\n");
        assertThat(faults(Map.of("BOTH_YES_DB_PASSWORD", "open barley"))).isEmpty();
        assertThat(faults(Map.of("BOTH_YES_DB_PASSWORD", "open barley", "BOTH_YES_DB_PASSWORD_FILE", file.toString())))
                .singleElement()
                .asString()
                .contains("one of them")
                .doesNotContain("barley");
    }

    @Test
    void a_postgresql_that_says_nothing_is_given_up_and_h2_knows_no_such_thing() {
        var silence = "spring.datasource.hikari.data-source-properties.socketTimeout";
        assertThat(prepared(Map.of("BOTH_YES_DB_URL", "jdbc:postgresql://db/bothyes"))
                        .getProperty(silence))
                .isEqualTo("10");
        assertThat(prepared(Map.of()).getProperty(silence)).isNull();
    }

    @Test
    void the_whole_application_does_not_start_with_a_setting_that_can_not_be_meant() {
        assertThatExceptionOfType(SettingFault.class).isThrownBy(() -> new SpringApplication(Application.class)
                .run("--BOTH_YES_TRIES=none", "--BOTH_YES_DATA=" + folder.resolve("data")));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_format_of_logs_that_there_is_not_is_refused_like_everything_else() {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp(); // or the logs are set up already
        assertThatExceptionOfType(SettingFault.class)
                .isThrownBy(() -> new SpringApplication(Application.class)
                        .run("--BOTH_YES_LOGS=json", "--BOTH_YES_DATA=" + folder.resolve("data")))
                .withMessageContaining("one of ecs, gelf and logstash");
    }

    @Test
    void a_fault_tells_where_the_settings_are_listed() {
        var fault = new SettingFault(List.of("x"));
        assertThat(new SettingFault.Analyzer().analyze(fault, fault).getAction())
                .contains("docs/run.md");
    }

    @Test
    void a_database_that_can_not_be_used_is_said_in_two_sentences() {
        var analyzer = new DatabaseFaultAnalyzer();
        for (var said : Map.of(
                        new SQLException("secret", "08001"), "can't be reached",
                        new SQLException("secret", "28P01"), "does not let this user in",
                        new SQLException("secret", "3D000"), "no such database",
                        new SQLException("secret", "90098", 90_098), "can't be read and written",
                        new SQLException("secret", "90097", 90_097), "can't be read and written",
                        new SQLException("secret", "90028", 90_028, new IOException("No space left on device")),
                                "is full",
                        new SQLException("secret", "HY000", 50_000, new IOException("No space left on device")),
                                "is full",
                        new SQLException("secret", "90020", 90_020), "is in use")
                .entrySet()) {
            var wrapped = new SQLException("outer", said.getKey());
            var analysis = Objects.requireNonNull(analyzer.analyze(new IllegalStateException(wrapped), wrapped));
            assertThat(analysis.getDescription()).contains(said.getValue()).doesNotContain("secret", "outer");
        }
        var other = new SQLException("other", "42601");
        assertThat(analyzer.analyze(other, other)).isNull();
    }

    @Test
    void a_file_that_is_no_database_is_said_with_what_to_do() throws IOException {
        for (var content : List.of("no database at all", "no database at all, and longer".repeat(1000))) {
            Files.writeString(folder.resolve("both-yes.mv.db"), content);
            var fault = catchThrowableOfType(
                    SQLException.class,
                    () -> DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("both-yes"), "sa", ""));
            var analysis = Objects.requireNonNull(new DatabaseFaultAnalyzer().analyze(fault, fault));
            assertThat(analysis.getDescription()).contains("damaged");
            assertThat(analysis.getAction()).contains("bin/restore");
        }
    }

    @Test
    void what_was_set_to_nothing_was_never_set() {
        var environment = prepared(Map.of("BOTH_YES_WATCH", "", "BOTH_YES_TRIES", "7"));
        assertThat(environment.resolvePlaceholders("${BOTH_YES_WATCH:9080} ${BOTH_YES_TRIES:200}"))
                .isEqualTo("9080 7");
    }
}
