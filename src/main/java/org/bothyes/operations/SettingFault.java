// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Settings that can't be meant: nothing starts with them, since nobody would notice that they do not hold. */
final class SettingFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param faults a sentence for each, which repeats no value */
    SettingFault(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }

    /** Says so in place of a page of stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<SettingFault> {

        @Override
        protected FailureAnalysis analyze(Throwable root, SettingFault fault) {
            return new FailureAnalysis(
                    fault.getMessage(), "Mend it, then start again. docs/run.md lists every setting.", fault);
        }
    }
}
