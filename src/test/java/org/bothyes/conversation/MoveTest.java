// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bothyes.operations.Move;
import org.bothyes.overlap.Comfort;
import org.bothyes.vault.InstanceKey;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.DigestUtils;

/** All that H2 keeps goes over to PostgreSQL, whole or not at all. */
class MoveTest {

    private static final String FILE = "both-yes.mv.db";
    private static final String MOVED = "both-yes.moved.mv.db";
    private static final String PASSWORD = "correct horse battery staple";
    /** In a trigger: what happens when the third of the partners arrives. */
    private static final String AT_THE_THIRD = "if (select count(*) from partner) = 2 then %s; end if; return new;";

    private static final String BEGINS = "insert into conversation"
            + " (id, version, pack, expires_at, wrong_tries, together)"
            + " values (gen_random_uuid(), 0, 'guide', now(), 0, false)";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private static Path once;

    private static EmbeddedPostgres postgres;
    private static Before before;

    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private Path key = Path.of("");
    private String url = "";
    private JdbcClient there = sql("postgres");

    /** Three conversations, each at another place, and what their rows were. */
    private record Before(
            Stand.Couple answering,
            Stand.Couple shared,
            String list,
            Stand.Couple asked,
            Invitation open,
            String row) {}

    /** What bin/move would have ended with and said. */
    private record Said(int end, String words) {}

    @BeforeAll
    static void an_installation_in_h2_and_a_postgresql() throws IOException {
        postgres =
                EmbeddedPostgres.builder().setDataDirectory(once.resolve("pg")).start();
        try (var at = Stand.withoutPages(once.resolve("data"))) {
            var answering = at.couple();
            at.answer(answering.one(), 0, Comfort.YES);
            at.rounds().seal(answering.two());
            var shared = at.couple();
            at.answerAll(shared.one(), Comfort.YES);
            at.answerAll(shared.two(), Comfort.OPEN);
            var list = hex(at.shared(shared).write());
            var starts = at.start();
            at.cleanUp();
            before = new Before(
                    answering,
                    shared,
                    list,
                    new Stand.Couple(starts, starts),
                    at.invitation(starts.partner()),
                    installation(at.jdbc()));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void a_copy_of_the_one_and_an_empty_database_in_the_other() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        key = folder.resolve("data.key");
        Files.copy(once.resolve("data").resolve(FILE), data.resolve(FILE));
        Files.copy(once.resolve("data.key"), key, StandardCopyOption.COPY_ATTRIBUTES);
        var name = "moved" + DATABASES.incrementAndGet();
        sql("postgres").sql("create database " + name).update();
        url = url(name);
        there = sql(name);
    }

    private static String url(String name) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    }

    private static JdbcClient sql(String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", ""));
    }

    /** The row of the installation, whichever database it is in. */
    private static String installation(JdbcClient in) {
        return in.sql("select key_check, extract(epoch from cleaned_at) from instance")
                .query((row, number) -> hex(row.getBytes(1)) + " " + row.getBigDecimal(2))
                .single();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private Map<String, String> settings() {
        return new TreeMap<>(Map.of(
                "BOTH_YES_DATA",
                data.toString(),
                "BOTH_YES_DB_URL",
                url,
                "BOTH_YES_DB_USER",
                "postgres",
                "BOTH_YES_DB_PASSWORD",
                PASSWORD));
    }

    private Said move(Map<String, String> settings) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        return new Said(Move.move(List.of(), settings, out, out), said.toString(UTF_8));
    }

    private Said move() {
        return move(settings());
    }

    /** Not moved, and on both sides all is as it was. */
    private void refuses(Map<String, String> settings, String words) throws IOException {
        var h2 = files();
        var postgresql = rows();
        var said = move(settings);
        assertThat(said.words()).containsPattern("(?m)^Not ").contains(words).doesNotContain(PASSWORD, url);
        assertThat(said.end()).isEqualTo(1);
        assertThat(files()).isEqualTo(h2);
        assertThat(rows()).isEqualTo(postgresql);
    }

    private void refuses(String words) throws IOException {
        refuses(settings(), words);
    }

    /** Every file of the data folder, by what is in it. */
    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.list(data)) {
            for (var file : all.toList()) {
                files.put(file.getFileName().toString(), DigestUtils.md5DigestAsHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** Every table in PostgreSQL and all of its rows. */
    private Map<String, String> rows() {
        var rows = new TreeMap<String, String>();
        for (var table : tables()) {
            rows.put(
                    table,
                    there.sql("select coalesce(string_agg(t::text, ' ' order by t::text), '') from " + table + " t")
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    private Stand startThere() {
        return Stand.withoutPages(
                data, "both-yes.key=" + key, "spring.datasource.url=" + url, "spring.datasource.username=postgres");
    }

    private long rows(String of) {
        return there.sql("select count(*) from " + of).query(Long.class).single();
    }

    private List<String> tables() {
        return there.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Flyway schemaThere() {
        return Flyway.configure().dataSource(url, "postgres", "").load();
    }

    @Test
    void everybody_comes_back_to_where_they_were() throws Exception {
        assertThat(move())
                .isEqualTo(
                        new Said(
                                0,
                                "25 % copied\n50 % copied\n75 % copied\n100 % copied\n"
                                        + "25 % compared\n50 % compared\n75 % compared\n100 % compared\n"
                                        + "Moved. Conversations: 3. Every row was read back before it counted. Start the server"
                                        + " with the same key and the same BOTH_YES_DB_URL, and delete both-yes.moved.mv.db in"
                                        + " the data folder once you are content: what is erased from now on is still in it.\n"));
        assertThat(data.resolve(FILE)).doesNotExist();
        assertThat(data.resolve(MOVED))
                .hasSameBinaryContentAs(once.resolve("data").resolve(FILE));
        assertThat(installation(there)).isEqualTo(before.row);
        try (var at = startThere()) {
            var one = at.back(before.answering.a().code()).orElseThrow();
            assertThat(at.comfort(one, 0)).isEqualTo(Comfort.YES);
            assertThat(at.rounds().stage(at.back(before.answering.b().code()).orElseThrow()))
                    .isInstanceOf(Stage.Counting.class);
            at.finish(before.answering);
            assertThat(at.rounds().stage(one)).isInstanceOf(Stage.BothFinished.class); // and they go on
            var shared = at.back(before.shared.b().code()).orElseThrow();
            assertThat(hex(at.sharing().open(shared).write())).isEqualTo(before.list);
            var joins = at.conversations()
                    .join(before.open.token().code(), before.open.words(), Stand.PIN)
                    .orElseThrow();
            at.finish(new Stand.Couple(before.asked.a(), joins));
        }
    }

    @Test
    void a_database_that_a_server_has_only_made_its_tables_in_will_do() throws Exception {
        startThere().close();
        assertThat(move().end()).isZero();
        assertThat(rows("conversation")).isEqualTo(3);
    }

    @Test
    void a_server_that_has_the_h2_file_open_goes_on_with_it() throws Exception {
        try (var at = Stand.withoutPages(data)) {
            var moves = moving();
            assertThat(moves.waitFor()).isEqualTo(1);
            assertThat(words(moves)).endsWith("Not moved: a server has the H2 database open. Stop it first.\n");
            assertThat(at.back(before.answering.a().code())).isPresent();
        }
        assertThat(tables()).isEmpty();
    }

    /** What bin/move starts, in a process of its own. */
    private Process moving() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var starts = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Move.class.getName())
                .redirectErrorStream(true);
        starts.environment().keySet().removeIf(name -> name.startsWith("BOTH_YES_"));
        starts.environment().putAll(settings());
        return starts.start();
    }

    private static String words(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void killed_in_the_midst_it_leaves_nothing_and_can_be_run_again() throws Exception {
        schemaThere().migrate();
        trigger("partner", AT_THE_THIRD.formatted("perform pg_advisory_xact_lock(7)"));
        try (var holds = new DriverManagerDataSource(url, "postgres", "").getConnection()) {
            holds.createStatement().execute("select pg_advisory_lock(7)");
            var moves = moving();
            await().until(() -> rows("pg_locks where locktype = 'advisory' and not granted") == 1);
            assertThat(moves.destroyForcibly().waitFor()).isEqualTo(137);
        }
        await().until(() -> rows("pg_locks where locktype = 'advisory'") == 0);
        assertThat(rows("conversation")).isZero();
        assertThat(data.resolve(FILE))
                .hasSameBinaryContentAs(once.resolve("data").resolve(FILE));
        assertThat(move().end()).isZero();
        assertThat(rows("conversation")).isEqualTo(3);
    }

    @Test
    void killed_at_its_very_end_it_only_has_to_put_the_file_away() throws Exception {
        assertThat(move().end()).isZero();
        Files.move(data.resolve(MOVED), data.resolve(FILE));
        assertThat(move().words()).doesNotContain("copied").contains("100 % compared", "Moved. Conversations: 3.");
        assertThat(data.resolve(MOVED)).exists();
    }

    @Test
    void what_has_gone_on_in_postgresql_is_never_touched() throws Exception {
        assertThat(move().end()).isZero();
        Files.move(data.resolve(MOVED), data.resolve(FILE));
        there.sql("update partner set version = version + 1 where role = 'ONE'").update();
        refuses("there are conversations in PostgreSQL already (3)");
        assertThat(rows("partner where version > 0")).isPositive();
    }

    private void trigger(String table, String body) {
        there.sql("create function meddle() returns trigger language plpgsql as $$ begin " + body + " end $$")
                .update();
        there.sql("create trigger meddle before insert on " + table + " for each row execute function meddle()")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raise exception 'no'",
                "perform pg_terminate_backend(pg_backend_pid())",
                "new.keys = set_byte(new.keys, 0, get_byte(new.keys, 0) # 1)",
                "new.draft = coalesce(new.draft, '')",
                "new.consent = new.consent + 1",
                "return null"
            })
    void a_fault_in_the_midst_or_a_row_that_arrives_changed_leaves_nothing(String fault) throws Exception {
        schemaThere().migrate();
        trigger("partner", AT_THE_THIRD.formatted(fault));
        refuses(
                fault.contains("null") || fault.contains("new.")
                        ? "partner did not arrive as it was sent"
                        : "run this again");
        assertThat(rows("conversation")).isZero();
        there.sql("drop function meddle cascade").update();
        assertThat(move().end()).isZero();
        assertThat(rows("conversation")).isEqualTo(3);
    }

    @Test
    void a_row_of_the_installation_that_arrives_changed_is_noticed_too() throws Exception {
        schemaThere().migrate();
        trigger("instance", "new.cleaned_at = new.cleaned_at + interval '1 microsecond'; return new;");
        refuses("the table instance did not arrive as it was sent");
    }

    @Test
    void what_can_not_be_moved_is_said_and_nothing_is_touched() throws Exception {
        refuses(with("BOTH_YES_DB_URL", ""), "let BOTH_YES_DB_URL name the PostgreSQL");
        refuses(with("BOTH_YES_DATA", folder.toString()), "there is no H2 database in " + folder);
        assertThat(move(with("BOTH_YES_DB_URL", "jdbc:postgresql://localhost:1/x"))
                        .words())
                .startsWith("The database can't be reached.");
        assertThat(move(with("BOTH_YES_DB_USER", "nobody")).words())
                .startsWith("The database does not let this user in.");
        assertThat(move(with("BOTH_YES_DB_PASSWRD", "x")).words()).startsWith("There is no setting");
        Files.writeString(data.resolve(FILE), "no database at all");
        refuses(FILE + " can’t be opened");
        assertThat(tables()).isEmpty();
    }

    private Map<String, String> with(String setting, String value) {
        var settings = settings();
        settings.put(setting, value);
        return settings;
    }

    @Test
    void without_the_key_that_opens_it_nothing_moves() throws Exception {
        Files.delete(key);
        refuses("is not there or can’t be read");
        InstanceKey.create(key, new SecureRandom());
        refuses("does not belong to the H2 database");
        Files.copy(once.resolve("data.key"), folder.resolve("elsewhere"), StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(move(with("BOTH_YES_KEY", folder.resolve("elsewhere").toString()))
                        .end())
                .isZero();
    }

    @Test
    void a_database_of_somebody_else_stays_theirs() throws Exception {
        there.sql("create table theirs (id integer)").update();
        refuses("has tables that this version does not know");
        there.sql("drop table theirs").update();
        schemaThere().migrate();
        there.sql("update instance set key_check = 'theirs'").update();
        refuses("belongs to another key");
        there.sql("update instance set key_check = null").update();
        there.sql(BEGINS).update();
        refuses("there are conversations in PostgreSQL already (1)");
    }

    @Test
    void whoever_starts_a_conversation_there_in_the_very_moment_keeps_it() throws Exception {
        schemaThere().migrate();
        Said said;
        try (var begins = new DriverManagerDataSource(url, "postgres", "").getConnection()) {
            begins.setAutoCommit(false);
            begins.createStatement().executeUpdate(BEGINS);
            var moves = CompletableFuture.supplyAsync(this::move);
            await().until(() -> rows("pg_locks where mode = 'ExclusiveLock' and not granted") == 1);
            begins.commit();
            said = moves.get();
        }
        assertThat(said.words()).contains("there are conversations in PostgreSQL already (1)");
        assertThat(rows("conversation")).isEqualTo(1);
        assertThat(data.resolve(FILE)).exists();
    }

    @Test
    void only_todays_schema_moves_and_only_into_todays() throws Exception {
        schemaThere().migrate();
        var later = "insert into flyway_schema_history values"
                + " (999, '999', 'later', 'SQL', 'V999__later.sql', 0, 'x', current_timestamp, 0, true)";
        there.sql(later).update();
        refuses("has tables that this version does not know");
        there.sql("delete from flyway_schema_history where version = '999'").update();
        var h2 = "jdbc:h2:file:" + data.resolve("both-yes");
        JdbcClient.create(new DriverManagerDataSource(h2, "sa", ""))
                .sql(later.replace("flyway_schema_history", "\"flyway_schema_history\""))
                .update();
        refuses("the H2 database is not of this version");
        Files.delete(data.resolve(FILE));
        Flyway.configure().dataSource(h2, "sa", "").target("003").load().migrate();
        refuses("the H2 database is not of this version");
        assertThat(rows("conversation")).isZero();
    }

    @Test
    void a_file_that_can_not_be_renamed_is_said() throws Exception {
        Files.createFile(data.resolve(MOVED));
        var said = move();
        assertThat(said.words()).contains("Moved, but the old file " + data.resolve(FILE), "Rename or delete it first");
        assertThat(said.end()).isEqualTo(1);
        assertThat(rows("conversation")).isEqualTo(3);
    }

    @Test
    void it_says_what_it_is_for_and_takes_no_words() {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        assertThat(Move.move(List.of("--help"), Map.of(), out, out)).isZero();
        assertThat(Move.move(List.of("everything"), Map.of(), out, out)).isEqualTo(2);
        assertThat(said.toString(UTF_8)).startsWith("bin/move, while no server runs, moves");
    }
}
