// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** How far long work is, for somebody who waits and for a log. */
class ProgressTest {

    private static String said(boolean isWatched, int steps) {
        var said = new ByteArrayOutputStream();
        var progress = new Progress(new PrintStream(said, true, UTF_8), isWatched);
        progress.begin("operator.move.copied", steps);
        for (var i = 0; i < steps; i++) {
            progress.step();
        }
        return said.toString(UTF_8);
    }

    @Test
    void a_log_gets_a_line_for_each_quarter() {
        assertThat(said(false, 1_000)).isEqualTo("25 % copied\n50 % copied\n75 % copied\n100 % copied\n");
        assertThat(said(false, 7)).isEqualTo("28 % copied\n57 % copied\n85 % copied\n100 % copied\n");
        assertThat(said(false, 1)).isEqualTo("100 % copied\n");
    }

    @Test
    void somebody_at_a_terminal_sees_one_line_that_changes() {
        assertThat(said(true, 1_000))
                .startsWith("1 % copied\r2 % copied\r")
                .endsWith("99 % copied\r100 % copied\n")
                .containsOnlyOnce("\n");
    }
}
