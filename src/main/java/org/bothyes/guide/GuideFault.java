// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A page or a help line that cannot be shown. The message names file, line and remedy; the application does not start. */
final class GuideFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param line from 1; 0 if it is about the whole file */
    GuideFault(String file, int line, String what, String remedy) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + what + " " + remedy);
    }

    /** Says so in place of a page of stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<GuideFault> {

        @Override
        protected FailureAnalysis analyze(Throwable root, GuideFault fault) {
            return new FailureAnalysis(fault.getMessage(), "Mend the file, then start again.", fault);
        }
    }
}
