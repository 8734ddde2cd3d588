// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceKeyTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void beside() {
        file = folder.resolve("deep/down/instance.key");
    }

    @Test
    void a_new_key_is_readable_for_its_owner_alone_and_reads_back() throws IOException {
        var made = InstanceKey.create(file, new SecureRandom());
        assertThat(file).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(InstanceKey.read(file).check()).isEqualTo(made.check()).hasSize(32);
        assertThat(made).hasToString("[redacted]");
    }

    @Test
    void a_key_is_never_written_over() throws IOException {
        InstanceKey.create(file, new SecureRandom());
        var before = Files.readAllBytes(file);
        assertThatIOException().isThrownBy(() -> InstanceKey.create(file, new SecureRandom()));
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void what_is_no_key_is_refused() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[31]);
        assertThatIOException().isThrownBy(() -> InstanceKey.read(file)).withMessage("not an instance key");
    }

    @Test
    void what_the_database_keeps_of_it_is_not_the_key() throws IOException {
        var made = InstanceKey.create(file, new SecureRandom());
        assertThat(made.check()).isNotEqualTo(Files.readAllBytes(file));
        assertThat(InstanceKey.create(folder.resolve("other"), new SecureRandom())
                        .check())
                .isNotEqualTo(made.check());
    }
}
