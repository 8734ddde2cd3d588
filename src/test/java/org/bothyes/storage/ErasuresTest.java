// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.bothyes.vault.InstanceKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was erased is known to who has the key and meets it again, and to nobody else. */
class ErasuresTest {

    private static final UUID ERASED = UUID.fromString("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    private static final UUID KEPT = UUID.fromString("3f2504e0-4f89-41d3-9a0c-0305e82c3302");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void a_folder_for_backups() {
        file = folder.resolve("backups").resolve(Erasures.FILE);
    }

    private InstanceKey key(String name) throws Exception {
        var place = folder.resolve(name);
        return Files.exists(place) ? InstanceKey.read(place) : InstanceKey.create(place, new SecureRandom());
    }

    private Erasures erasures(String key, @Nullable Path file) throws Exception {
        return new Erasures(key(key), file, folder);
    }

    @Test
    void what_was_erased_is_known_after_a_new_start_and_with_the_key_alone() throws Exception {
        Files.createDirectories(file.getParent());
        erasures("one", file).note(ERASED);
        var known = erasures("one", file).erased(file);
        assertThat(known.test(ERASED)).isTrue();
        assertThat(known.test(KEPT)).isFalse();
        assertThat(erasures("two", file).erased(file).test(ERASED)).isFalse();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
    }

    @Test
    void a_line_that_was_cut_off_takes_none_with_it() throws Exception {
        Files.createDirectories(file.getParent());
        erasures("one", file).note(KEPT);
        var whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 5));
        erasures("one", file).note(ERASED);
        assertThat(erasures("one", file).erased(file).test(ERASED)).isTrue();
    }

    @Test
    void a_disk_that_is_away_keeps_nobody_from_erasing_and_gets_the_note_when_it_is_back() throws Exception {
        var erasures = erasures("one", file);
        erasures.note(ERASED);
        assertThat(erasures.areWritten()).isFalse();
        assertThatExceptionOfType(Erasures.Missing.class).isThrownBy(() -> erasures.erased(file));
        Files.createDirectories(file.getParent());
        Files.createFile(folder.resolve(Erasures.FILE));
        assertThat(erasures.erased(folder.resolve("backup.zip")).test(ERASED)).isTrue();
        erasures.write();
        assertThat(erasures.areWritten()).isTrue();
        assertThat(erasures("one", file).erased(file).test(ERASED)).isTrue();
    }

    /** A pipe that nobody reads is as a disk that hangs: opening it waits. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_disk_that_hangs_keeps_nobody_from_erasing_and_gets_the_notes_when_it_is_back() throws Exception {
        Files.createDirectories(file.getParent());
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        var erasures = erasures("one", file);
        erasures.note(ERASED);
        erasures.note(KEPT);
        assertThat(erasures.areWritten()).isFalse();
        try (var _ = Files.newInputStream(file)) {
            // A pipe has no end to write to: that try fails, as one does on a disk that was pulled out.
            Files.delete(file);
            Files.createFile(file);
        }
        await().untilAsserted(() -> {
            erasures.write();
            assertThat(erasures.areWritten()).isTrue();
        });
        var known = erasures("one", file).erased(file);
        assertThat(known.test(ERASED) && known.test(KEPT)).isTrue();
    }

    /** The place where a disk was is a folder, too, and looks as if nothing had ever been erased. */
    @Test
    void a_disk_that_has_gone_from_its_place_gets_the_note_when_it_is_back_and_no_other_file_is_begun()
            throws Exception {
        Files.createDirectories(file.getParent());
        erasures("one", file).begin();
        var disk = folder.resolve("disk");
        Files.move(file.getParent(), disk);
        Files.createDirectories(file.getParent());
        var erasures = erasures("one", file);
        erasures.note(ERASED);
        assertThat(erasures.areWritten()).isFalse();
        assertThat(erasures.isMissing()).isTrue();
        assertThatExceptionOfType(Erasures.Missing.class).isThrownBy(erasures::begin);
        var copy = Files.createDirectories(folder.resolve("copy")).resolve(Erasures.FILE);
        Files.copy(disk.resolve(Erasures.FILE), copy);
        assertThatExceptionOfType(Erasures.Missing.class)
                .as("a copy may be older than what can't be seen")
                .isThrownBy(() -> erasures.erased(copy.resolveSibling("backup.zip")));
        Files.delete(file.getParent());
        Files.move(disk, file.getParent());
        erasures.write();
        assertThat(erasures.isMissing()).isFalse();
        assertThat(erasures("one", file).erased(file).test(ERASED)).isTrue();
    }

    @Test
    void backups_without_their_notes_get_no_empty_ones() throws Exception {
        Files.createDirectories(file.getParent());
        Files.createFile(file.resolveSibling("both-yes-2031-03-04T201530Z.zip"));
        assertThatExceptionOfType(Erasures.Missing.class)
                .isThrownBy(() -> erasures("one", file).begin());
    }

    @Test
    void another_folder_for_backups_has_notes_of_its_own() throws Exception {
        Files.createDirectories(file.getParent());
        erasures("one", file).begin();
        var other = Files.createDirectories(folder.resolve("other")).resolve(Erasures.FILE);
        Files.createFile(other.resolveSibling("photos.zip"));
        var erasures = erasures("one", other);
        erasures.note(ERASED);
        assertThat(erasures.areWritten()).isTrue();
        assertThat(other).exists();
    }

    @Test
    void what_a_backup_was_taken_along_with_is_known_and_what_is_lost_is_not_taken_for_nothing() throws Exception {
        Files.createDirectories(file.getParent());
        erasures("one", file).note(ERASED);
        var taken = Files.createDirectories(folder.resolve("taken")).resolve(Erasures.FILE);
        Files.copy(file, taken);
        var fresh = Files.createDirectories(folder.resolve("fresh")).resolve(Erasures.FILE);
        for (var here : new Path[] {fresh, null}) {
            var erasures = erasures("one", here);
            assertThat(erasures.erased(taken.resolveSibling("backup.zip")).test(ERASED))
                    .isTrue();
            assertThatExceptionOfType(Erasures.Missing.class)
                    .isThrownBy(() -> erasures.erased(folder.resolve("backup.zip")));
        }
        var away = erasures("one", folder.resolve("away").resolve(Erasures.FILE));
        assertThatExceptionOfType(Erasures.Missing.class).isThrownBy(() -> away.erased(taken));
        Files.write(taken, new byte[] {(byte) 0xff});
        assertThatExceptionOfType(Erasures.Missing.class)
                .isThrownBy(() -> erasures("one", null).erased(taken));
    }

    @Test
    void nothing_is_written_where_there_are_no_backups() throws Exception {
        var erasures = erasures("one", null);
        erasures.note(ERASED);
        assertThat(erasures.areWritten()).isTrue();
        assertThat(List.of(folder.toFile().list())).containsExactly("one");
    }

    @Test
    void two_servers_that_end_one_after_the_other_lose_no_line() throws Exception {
        Files.createDirectories(file.getParent());
        erasures("one", file).note(ERASED);
        erasures("one", file).note(KEPT);
        var known = erasures("one", file).erased(file);
        assertThat(known.test(ERASED) && known.test(KEPT)).isTrue();
    }
}
