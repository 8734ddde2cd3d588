// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.PrintStream;

/** Says how far long work is: to somebody at a terminal in a line that changes, else in a line for each quarter. */
final class Progress {

    private static final int ALL = 100;
    private static final int QUARTER = 25;

    private final PrintStream out;
    private final boolean isWatched;
    private String key = "";
    private long total;
    private long done;
    private long said;

    Progress(PrintStream out, boolean isWatched) {
        this.out = out;
        this.isWatched = isWatched;
    }

    /** @param key of the words for so many percent */
    void begin(String key, long total) {
        this.key = key;
        this.total = total;
        done = 0;
        said = 0;
    }

    /** One more is done. */
    void step() {
        done++;
        var percent = ALL * done / total;
        var often = isWatched ? 1 : QUARTER;
        if (percent / often > said / often) {
            said = percent;
            out.print(Ask.words(key, percent) + (isWatched && percent < ALL ? "\r" : System.lineSeparator()));
            out.flush();
        }
    }
}
