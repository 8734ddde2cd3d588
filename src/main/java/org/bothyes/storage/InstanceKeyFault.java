// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The instance key does not fit: nothing may start with it, since nothing could be opened. */
public class InstanceKeyFault extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /** Of a key that there was. */
    InstanceKeyFault(String message) {
        this(
                message,
                "Put the key back where it was, or let BOTH_YES_KEY name the file. If it is lost for good, move the"
                        + " database away and start anew: nobody can bring back what it held.");
    }

    InstanceKeyFault(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** Says so in two sentences in place of a page of stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<InstanceKeyFault> {

        @Override
        protected FailureAnalysis analyze(Throwable root, InstanceKeyFault fault) {
            return new FailureAnalysis(fault.getMessage(), fault.remedy, fault);
        }
    }
}
