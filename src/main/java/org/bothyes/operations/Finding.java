// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the self check has looked at.
 *
 * @param problem the key of what there is to mend, below that of the check; null where all is well
 * @param values what the sentence names: numbers, names of headers and of settings
 */
record Finding(Check check, @Nullable String problem, List<Object> values) {

    /** Each is one line of the page. */
    enum Check {
        ADDRESS,
        TLS,
        PLAIN,
        FORWARDING,
        VISITORS,
        HEADERS,
        PUSH,
        CLOCK,
        FILES,
        DATABASE,
        DISK,
        BACKUPS,
        ERASURES,
        VERSION
    }

    static Finding good(Check check, Object... values) {
        return new Finding(check, null, List.of(values));
    }

    static Finding mend(Check check, String problem, Object... values) {
        return new Finding(check, problem, List.of(values));
    }

    boolean isGood() {
        return problem == null;
    }

    /** The key of its sentence. */
    String key() {
        var name = check.name().toLowerCase(Locale.ROOT);
        return "check." + (problem == null ? name + ".good" : name + "." + problem);
    }
}
