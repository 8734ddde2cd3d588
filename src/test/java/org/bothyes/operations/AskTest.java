// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the commands ask, and what they say where nobody can be asked. */
class AskTest {

    @ParameterizedTest
    @CsvSource({
        "'', 127.0.0.1",
        "0.0.0.0, 127.0.0.1",
        "10.0.0.7, 10.0.0.7",
        "::, [::1]",
        "fd00::7, [fd00::7]",
        "[::1], [::1]"
    })
    void a_server_is_asked_where_it_listens(String host, String asked) {
        assertThat(Ask.host(host)).isEqualTo(asked);
    }

    @Test
    void who_is_another_user_than_the_server_is_told_so_and_not_that_it_does_not_run() {
        assertThat(Ask.words(Ask.unasked(new AccessDeniedException("operator"))))
                .contains("Run it as the user that the server runs as");
        assertThat(Ask.words(Ask.unasked(new NoSuchFileException("operator")))).contains("does not run");
        assertThat(Ask.words(Ask.unasked(new ConnectException()))).contains("does not run");
    }
}
