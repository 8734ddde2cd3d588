// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackLibraryTest {

    @TempDir
    private Path extra;

    @Test
    void the_guides_own_pack_is_always_there_and_comes_first() {
        var library = PackLibrary.load(null);
        assertThat(library.packs()).extracting(pack -> pack.id().value()).containsExactly("guide", "everyday");
        assertThat(library.pack("guide")).isPresent();
        assertThat(library.pack("tiny")).isEmpty();
    }

    @Test
    void further_packs_follow_the_guide_by_id() throws IOException {
        write("tiny");
        write("also");
        assertThat(PackLibrary.load(extra).packs())
                .extracting(pack -> pack.id().value())
                .containsExactly("guide", "also", "everyday", "tiny");
    }

    @Test
    void files_and_hidden_folders_beside_the_packs_are_passed_over() throws IOException {
        Files.createDirectory(extra.resolve(".git"));
        Files.writeString(extra.resolve("notes.txt"), "Ours.");
        assertThat(PackLibrary.load(extra).packs()).hasSize(2);
    }

    @Test
    void a_second_pack_with_the_same_id_is_refused() throws IOException {
        write("guide");
        refused(extra.resolve("guide/pack.yaml").toString(), "already a pack “guide”", "another id");
    }

    @Test
    void a_folder_without_its_two_files_is_refused() throws IOException {
        write("tiny");
        Files.delete(extra.resolve("tiny/words_en.yaml"));
        refused(extra.resolve("tiny/words_en.yaml").toString(), "no such file", "A pack has two");
        Files.delete(extra.resolve("tiny/pack.yaml"));
        refused(extra.resolve("tiny/pack.yaml").toString(), "no such file", "A pack has two");
    }

    @Test
    void a_fault_in_a_further_pack_names_its_file() throws IOException {
        write("tiny");
        Files.writeString(extra.resolve("tiny/pack.yaml"), "format: 3");
        refused(extra.resolve("tiny/pack.yaml") + ", line 1: ", "“format” has to be 1");
    }

    @Test
    void a_folder_of_packs_that_is_not_there_is_refused() {
        extra = extra.resolve("nowhere");
        refused(extra.toString(), "no such folder", "correct the setting");
    }

    @Test
    void a_library_without_any_pack_is_refused() {
        assertThatExceptionOfType(PackFault.class)
                .isThrownBy(() -> new PackLibrary(List.of()))
                .withMessageContaining("There is no pack.");
    }

    private void refused(String... words) {
        assertThatExceptionOfType(PackFault.class)
                .isThrownBy(() -> PackLibrary.load(extra))
                .withMessageContainingAll(words);
    }

    private void write(String id) throws IOException {
        var folder = Files.createDirectory(extra.resolve(id));
        Files.writeString(folder.resolve("pack.yaml"), TinyPack.structure().replace("id: tiny", "id: " + id));
        Files.writeString(folder.resolve("words_en.yaml"), TinyPack.wording());
    }
}
