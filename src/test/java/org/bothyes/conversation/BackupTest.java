// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.bothyes.Haystack;
import org.bothyes.operations.Ask;
import org.bothyes.overlap.Comfort;
import org.bothyes.storage.Erasures;
import org.bothyes.storage.Work;
import org.bothyes.vault.InstanceKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are made and brought back while the server runs, on either database, and bring nothing back that was erased. */
class BackupTest {

    @TempDir
    private Path folder;

    private Path key = Path.of("");
    private Path backups = Path.of("");

    /** What bin/backup or bin/restore would have ended with and said. */
    private record Said(int end, String words) {}

    @BeforeEach
    void one_key_for_all_and_a_folder_for_backups() throws IOException {
        key = folder.resolve("the.key");
        backups = Files.createDirectory(folder.resolve("backups"));
    }

    private Stand start(String data, String... more) {
        var settings = new ArrayList<>(
                List.of("both-yes.key=" + key, "both-yes.backups=" + backups, "management.server.port=0"));
        settings.addAll(List.of(more));
        return Stand.start(folder.resolve(data), settings.toArray(String[]::new));
    }

    private Said ask(String data, String... words) throws InterruptedException {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        return new Said(Ask.ask(List.of(words), folder.resolve(data), out, out), said.toString(UTF_8));
    }

    private Path backUp(String data) throws Exception {
        var before = files();
        assertThat(ask(data, "backup").end()).isZero();
        var made = files();
        made.removeAll(before);
        return made.getFirst();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(backups)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".zip")).toList());
        }
    }

    private static long rows(Stand at, String of) {
        return at.jdbc().sql("select count(*) from " + of).query(Long.class).single();
    }

    @Test
    void two_come_back_to_where_they_were_in_a_new_installation_with_the_same_key() throws Exception {
        Stand.Couple answering;
        Stand.Couple shared;
        byte[] list;
        Path backup;
        try (var at = start("one")) {
            answering = at.couple();
            at.answer(answering.one(), 0, Comfort.YES);
            at.rounds().seal(answering.two());
            shared = at.couple();
            at.answerAll(shared.one(), Comfort.YES);
            at.answerAll(shared.two(), Comfort.OPEN);
            list = at.shared(shared).write();
            backup = backUp("one");
        }
        try (var at = start("two")) {
            var said = ask("two", "restore", backup.toString());
            assertThat(said.words())
                    .startsWith("It is back. Conversations: 2. Erased or opened since, and not brought back: 0.");
            assertThat(said.end()).isZero();
            var one = at.back(answering.a().code()).orElseThrow();
            assertThat(at.comfort(one, 0)).isEqualTo(Comfort.YES);
            assertThat(at.sharing()
                            .open(at.back(shared.b().code()).orElseThrow())
                            .write())
                    .isEqualTo(list);
            at.finish(new Stand.Couple(answering.a(), answering.b())); // and they go on
        }
    }

    @Test
    void what_was_kept_in_one_database_goes_on_in_the_other_and_comes_back() throws Exception {
        Stand.Couple couple;
        Path backup;
        try (var at = start("one")) {
            couple = at.couple();
            at.answer(couple.one(), 3, Comfort.OPEN);
            backup = backUp("one");
        }
        try (var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .start()) {
            var database = List.of(
                    "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.username=postgres");
            try (var at = start("two", database.toArray(String[]::new))) {
                assertThat(ask("two", "restore", backup.toString()).end()).isZero();
                var one = at.back(couple.a().code()).orElseThrow();
                assertThat(at.comfort(one, 3)).isEqualTo(Comfort.OPEN);
                at.answer(one, 4, Comfort.YES);
                at.tick("PT1M"); // two backups of one second would have one name
                backup = backUp("two");
            }
        }
        try (var at = start("three")) {
            assertThat(ask("three", "restore", backup.toString()).end()).isZero();
            var one = at.back(couple.a().code()).orElseThrow();
            assertThat(at.comfort(one, 3)).isEqualTo(Comfort.OPEN);
            assertThat(at.comfort(one, 4)).isEqualTo(Comfort.YES);
            assertThat(ask("three", "restore", backup.toString(), "--replace").end())
                    .isZero();
            assertThat(rows(at, "partner")).isEqualTo(2);
        }
    }

    @Test
    void what_was_erased_since_stays_erased() throws Exception {
        try (var at = start("one")) {
            var erased = at.couple();
            var kept = at.couple();
            var backup = backUp("one");
            at.ending().erase(erased.two());
            var said = ask("one", "restore", backup.toString(), "--replace");
            assertThat(said.words())
                    .startsWith("It is back. Conversations: 1. Erased or opened since, and not brought back: 1.");
            assertThat(at.back(erased.a().code())).isEmpty();
            assertThat(at.back(kept.a().code())).isPresent();
            assertThat(rows(at, "partner")).isEqualTo(2);
        }
        try (var at = start("two")) { // a new machine, with backups and key
            assertThat(ask("two", "restore", files().getFirst().toString()).words())
                    .startsWith("It is back. Conversations: 1. Erased or opened since, and not brought back: 1.");
            assertThat(rows(at, "conversation")).isEqualTo(1);
        }
    }

    @Test
    void where_the_notes_of_what_was_erased_are_away_nothing_comes_back() throws Exception {
        try (var at = start("one")) {
            var backup = backUp("one");
            at.couple();
            var notes = backup.resolveSibling("erased");
            var away = notes.resolveSibling("away");
            Files.move(notes, away);
            assertThat(ask("one", "restore", backup.toString(), "--replace").words())
                    .startsWith("Nothing has changed: the file “erased” is neither");
            assertThat(rows(at, "conversation")).isEqualTo(1);
            Files.move(away, notes);
            assertThat(ask("one", "restore", backup.toString(), "--replace").end())
                    .isZero();
            assertThat(rows(at, "conversation")).isZero();
        }
    }

    @Test
    void what_was_taken_back_since_is_not_shared_and_begins_no_round() throws Exception {
        try (var at = start("one")) {
            var couple = at.couple();
            at.answerAll(couple.one(), Comfort.YES);
            at.answerAll(couple.two(), Comfort.YES);
            at.rounds().seal(couple.two());
            var asking = at.couple();
            at.answerAll(asking.one(), Comfort.YES);
            at.answerAll(asking.two(), Comfort.YES);
            at.shared(asking);
            at.tick("P8D");
            at.newRound().ask(asking.two());
            var backup = backUp("one");
            at.rounds().takeBack(couple.two());
            at.answer(couple.two(), 0, Comfort.NO);
            at.newRound().takeBack(asking.two());
            assertThat(ask("one", "restore", backup.toString(), "--replace").end())
                    .isZero();
            var one = at.back(couple.a().code()).orElseThrow();
            var two = at.back(couple.b().code()).orElseThrow();
            at.rounds().seal(one);
            at.tick("PT3M");
            assertThat(at.rounds().stage(one)).isInstanceOf(Stage.Counting.class);
            assertThat(at.rounds().stage(two)).isInstanceOf(Stage.Answering.class);
            at.newRound().ask(at.back(asking.a().code()).orElseThrow());
            assertThat(at.rounds().number(at.back(asking.a().code()).orElseThrow()))
                    .isEqualTo(1);
        }
    }

    /** How often somebody changed or mistyped something is no number that a row of backups can be read by. */
    @Test
    void a_backup_does_not_say_how_much_somebody_did() throws Exception {
        try (var at = start("one")) {
            var couple = at.couple();
            for (var i = 0; i < 5; i++) {
                at.answer(couple.one(), i, Comfort.YES);
            }
            at.shared(couple);
            try (var zip = new ZipFile(backUp("one").toFile())) {
                for (var table : List.of("conversation", "partner", "round")) {
                    assertThat(new String(
                                    zip.getInputStream(zip.getEntry(table)).readAllBytes(), UTF_8))
                            .isNotEmpty()
                            .doesNotContainPattern("\"(version|rung)\":[1-9]");
                }
            }
        }
    }

    @Test
    void answers_that_were_deleted_when_the_list_was_opened_stay_deleted() throws Exception {
        try (var at = start("one")) {
            var opened = at.couple();
            at.answerAll(opened.one(), Comfort.YES);
            at.answerAll(opened.two(), Comfort.NO);
            var answering = at.couple();
            var before = backUp("one");
            at.shared(opened);
            at.tick("PT1M"); // two backups of one second would have one name
            var after = backUp("one");
            assertThat(ask("one", "restore", before.toString(), "--replace").words())
                    .startsWith("It is back. Conversations: 1. Erased or opened since, and not brought back: 1.");
            assertThat(at.back(opened.a().code())).isEmpty();
            assertThat(at.back(answering.a().code())).isPresent();
            assertThat(ask("one", "restore", after.toString(), "--replace").words())
                    .startsWith("It is back. Conversations: 2. Erased or opened since, and not brought back: 0.");
            assertThat(at.sharing().isOpened(at.back(opened.b().code()).orElseThrow()))
                    .isTrue();
        }
    }

    @Test
    void what_is_erased_while_a_backup_comes_back_stays_erased() throws Exception {
        try (var at = start("one");
                var asker = Executors.newSingleThreadExecutor()) {
            var erased = at.couple().one().conversation();
            var kept = at.couple();
            var backup = backUp("one");
            try (var erasing = at.app().getBean(DataSource.class).getConnection()) {
                erasing.setAutoCommit(false);
                try (var delete = erasing.prepareStatement("delete from conversation where id = ?")) {
                    delete.setObject(1, erased);
                    delete.executeUpdate();
                }
                var restored = asker.submit(() -> ask("one", "restore", backup.toString(), "--replace"));
                await().until(() -> rows(at, "information_schema.sessions where blocker_id is not null") == 1);
                at.app().getBean(Erasures.class).note(erased);
                erasing.commit();
                assertThat(restored.get().words())
                        .startsWith("It is back. Conversations: 1. Erased or opened since, and not brought back: 1.");
            }
            assertThat(at.back(kept.a().code())).isPresent();
        }
    }

    @Test
    void a_backup_that_does_not_fit_changes_nothing_and_says_why() throws Exception {
        Path backup;
        try (var at = start("one")) {
            at.couple();
            backup = backUp("one");
            assertThat(ask("one", "restore", backup.toString()))
                    .isEqualTo(new Said(
                            1,
                            "Nothing has changed: there are conversations here (1), and they would be gone."
                                    + " Say --replace if that is right.\n"));
            assertThat(ask("one", "restore", folder.resolve("none.zip").toString(), "--replace")
                            .words())
                    .contains("the server sees no such file, or may not read it")
                    .doesNotContain("damaged");
            assertThat(ask("one", "restore", damaged(backup).toString(), "--replace")
                            .words())
                    .contains("no backup, or it is damaged");
            assertThat(ask("one", "restore", with(backup, "schema=999").toString(), "--replace")
                            .words())
                    .contains("Upgrade first");
            assertThat(rows(at, "partner")).isEqualTo(2);
        }
        key = folder.resolve("another.key");
        InstanceKey.create(key, new SecureRandom());
        try (var at = start("two")) {
            assertThat(ask("two", "restore", backup.toString()).words())
                    .contains("made with another key, and without that key nobody can open anything in it");
            assertThat(rows(at, "conversation")).isZero();
        }
    }

    private Path damaged(Path backup) throws IOException {
        var copy = Files.copy(backup, folder.resolve("damaged.zip"));
        try (var file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(file.length() / 2);
            var before = file.readByte();
            file.seek(file.length() / 2);
            file.writeByte(before ^ 1);
        }
        return copy;
    }

    /** The same backup with one more line about it, which counts since it is the last. */
    private Path with(Path backup, String line) throws IOException {
        var changed = folder.resolve("changed.zip");
        try (var from = new ZipFile(backup.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
                if (entry.getName().equals("about")) {
                    to.write((line + "\n").getBytes(UTF_8));
                }
            }
        }
        return changed;
    }

    @Test
    void a_backup_is_of_one_moment_however_many_come_and_go() throws Exception {
        var made = new ArrayList<Path>();
        try (var at = start("one")) {
            var goesOn = new AtomicBoolean(true);
            Stand.together(() -> comeAndGo(at, goesOn), () -> comeAndGo(at, goesOn), () -> {
                for (var i = 0; i < 5; i++) {
                    made.add(backUp("one"));
                    at.tick("PT1S");
                }
                goesOn.set(false);
                return true;
            });
        }
        try (var at = start("two")) {
            for (var backup : made) {
                assertThat(ask("two", "restore", backup.toString(), "--replace").end())
                        .isZero();
                assertThat(rows(at, "conversation where id not in (select conversation_id from round)"))
                        .isZero();
                assertThat(rows(at, "conversation where id not in (select conversation_id from partner)"))
                        .isZero();
            }
            assertThat(rows(at, "conversation")).isPositive();
        }
    }

    /** As conversations begin and end, each in one transaction, but many in the time of one. */
    private static boolean comeAndGo(Stand at, AtomicBoolean goesOn) {
        var before = UUID.randomUUID();
        while (goesOn.get()) {
            var last = before;
            before = at.app().getBean(Work.class).in(() -> {
                at.jdbc()
                        .sql("delete from conversation where id = ?")
                        .param(last)
                        .update();
                return beginning(at);
            });
        }
        return true;
    }

    private static UUID beginning(Stand at) {
        var id = UUID.randomUUID();
        at.jdbc()
                .sql("insert into conversation (id, version, pack, expires_at, wrong_tries, together)"
                        + " values (?, 0, 'guide', timestamp with time zone '2031-04-01 00:00:00Z', 0, false)")
                .param(id)
                .update();
        at.jdbc()
                .sql("insert into partner (id, version, conversation_id, role, lookup, consent, pub, keys, wrong_pins)"
                        + " values (?, 0, ?, 'ONE', ?, 1, ?, ?, 0)")
                .params(UUID.randomUUID(), id, id.toString().getBytes(UTF_8), new byte[32], new byte[32])
                .update();
        at.jdbc()
                .sql("insert into round (id, version, conversation_id, number) values (?, 0, ?, 1)")
                .params(UUID.randomUUID(), id)
                .update();
        return id;
    }

    @Test
    void who_steals_backups_reads_nothing_and_learns_nothing_of_what_was_erased() throws Exception {
        try (var at = start("one")) {
            var couple = at.couple();
            at.answerAll(couple.one(), Comfort.YES);
            var id = couple.two().conversation().toString();
            var file = backUp("one");
            assertThat(Haystack.of(backups).finds(List.of(id))).containsExactly(id); // it would be found
            var code = couple.a().code().code();
            assertThat(Haystack.of(backups)
                            .finds(List.of("271828", code, code.replace(" ", ""), "soft-light", "in the dark")))
                    .isEmpty();
            assertThat(new String(Files.readAllBytes(key), ISO_8859_1))
                    .satisfies(bytes ->
                            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(bytes));
            Files.delete(file);
            at.ending().erase(couple.two());
            assertThat(backups.resolve("erased")).exists();
            assertThat(Haystack.of(backups).finds(List.of(id, id.replace("-", ""))))
                    .isEmpty();
        }
    }

    @Test
    void whoever_is_here_needs_the_pin_again_after_one_is_brought_back() throws Exception {
        try (var at = start("one")) {
            var couple = at.couple();
            var backup = backUp("one");
            var tabs = at.app().getBean(AutoLock.class).newBrowser();
            var handle = tabs.open(couple.one(), null, at.random(), at.now());
            assertThat(ask("one", "restore", backup.toString(), "--replace").end())
                    .isZero();
            assertThat(tabs.find(handle)).isEmpty();
        }
    }

    @Test
    void only_who_may_read_the_servers_files_may_ask_for_any_of_this() throws Exception {
        try (var at = start("one")) {
            var operator = folder.resolve("one").resolve("operator");
            assertThat(Files.getPosixFilePermissions(operator)).hasSize(2);
            var port = Files.readString(operator).split(" ", 2)[0];
            Files.writeString(operator, port + " guessed");
            assertThat(ask("one", "backup").words()).startsWith("This is for who may read the files of the server");
            assertThat(ask("one", "restore", key.toString(), "--replace").end()).isEqualTo(1);
            assertThat(files()).isEmpty();
            assertThat(rows(at, "conversation")).isZero();
        }
        assertThat(ask("one", "backup").words()).startsWith("Both Yes does not run with this data folder");
        assertThat(folder.resolve("one").resolve("operator")).doesNotExist();
    }

    @Test
    void every_table_is_in_it_but_what_belongs_to_the_installation_or_to_an_evening() throws Exception {
        try (var at = start("one");
                var backup = new ZipFile(backUp("one").toFile())) {
            var kept = backup.stream().map(ZipEntry::getName).toList();
            assertThat(at.jdbc()
                            .sql("select lower(table_name) from information_schema.tables"
                                    + " where table_schema = 'PUBLIC'")
                            .query(String.class)
                            .list())
                    .containsAll(List.of("instance", "flyway_schema_history"))
                    .filteredOn(table -> !kept.contains(table))
                    .containsExactlyInAnyOrder("instance", "flyway_schema_history", "shedlock", "evening");
        }
    }

    @Test
    void words_that_mean_nothing_are_answered_with_those_that_do() throws Exception {
        for (var words : List.of(List.<String>of(), List.of("remove"), List.of("backup", "now"), List.of("restore"))) {
            assertThat(ask("one", words.toArray(String[]::new)))
                    .satisfies(said -> assertThat(said.words()).startsWith("bin/backup, bin/restore FILE"))
                    .extracting(Said::end)
                    .isEqualTo(2);
        }
        assertThat(ask("one", "restore", "--help").end()).isZero();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Files.size(folder.resolve("one")));
    }
}
