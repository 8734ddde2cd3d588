// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import org.bothyes.pack.PackFault;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with a pack or a lesson in place of a page of stack trace. */
class PackFaultAnalyzer extends AbstractFailureAnalyzer<PackFault> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PackFault fault) {
        return new FailureAnalysis(
                fault.getMessage(),
                "Mend the file, then start again. docs/packs.md and docs/lessons.md say how.",
                fault);
    }
}
