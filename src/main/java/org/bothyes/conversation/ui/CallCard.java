// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import java.util.List;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.shell.Texts;

/**
 * What two on a call go by, told from the reader's side and in pack order. It is made of an overlap and nothing else;
 * where nothing is shared, it has the strictest line of every rule, for everybody.
 *
 * @param signals what either picked, by meaning; what always counts is said with them
 * @param rules the joint rules that concern a call, recording first
 * @param words what both ticked that concerns a call
 * @param checkIns questions for before and during
 * @param fixed what holds for everybody on a call
 */
record CallCard(
        List<Fact> signals, List<Fact> rules, List<Fact> words, List<SharedPage.Lines> checkIns, List<String> fixed) {

    /** A name with what belongs to it. */
    record Fact(String name, String what) {}

    static CallCard of(Overlap overlap, Role reader, Texts texts) {
        return new Teller(overlap, reader, texts).call();
    }
}
