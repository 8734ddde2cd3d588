// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.util.List;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;

/**
 * One lesson as its file tells it.
 *
 * @param id the name of its file
 * @param pack whose questions the two have answered
 * @param about a sentence for the list of lessons
 * @param note what comes up, so that people can decide to stay
 * @param optOut how anyone in the room steps out
 * @param questions for the room, about the two and nobody else
 * @param watchFor for the educator alone
 * @param before two questions without names before the lesson
 * @param after two after it, to hold against them
 */
record Lesson(
        String id,
        Pack pack,
        String title,
        String about,
        String note,
        String optOut,
        List<String> goals,
        List<String> groundRules,
        Person a,
        Person b,
        List<Step> steps,
        List<String> questions,
        List<String> watchFor,
        String closing,
        List<String> before,
        List<String> after,
        List<Vote> votes) {

    /** How long a lesson takes, in minutes: one version each. */
    static final List<Integer> VERSIONS = List.of(10, 20, 45);

    /** One of the two, and what they said in private. */
    record Person(String name, String about, Sheet sheet) {}

    /**
     * One step.
     *
     * @param minutes how long it takes in each of the {@link #VERSIONS}; 0 leaves it out
     * @param say lines for the educator
     */
    record Step(String id, String title, List<Integer> minutes, Show show, List<String> say) {}

    /** What the room looks at. */
    enum Show {
        PEOPLE,
        ANSWERS,
        OVERLAP,
        /** What an ordinary shared list would tell. */
        NAIVE,
        /** Somebody who says yes to everything, or changes answers later. */
        FISHING,
        QUESTIONS
    }

    /**
     * A closed question about the two.
     *
     * @param right the answer that fits best, counted from 1; 0 where none does
     * @param then what to say afterwards
     */
    record Vote(String id, String ask, List<String> answers, int right, String then) {}

    /** The same lesson, after the two have said something else. */
    Lesson saying(Sheet ones, Sheet others) {
        return new Lesson(
                id,
                pack,
                title,
                about,
                note,
                optOut,
                goals,
                groundRules,
                new Person(a.name(), a.about(), ones),
                new Person(b.name(), b.about(), others),
                steps,
                questions,
                watchFor,
                closing,
                before,
                after,
                votes);
    }

    /** What the two share, by the product's own rule. */
    Overlap overlap() {
        return OverlapRule.of(a.sheet(), b.sheet());
    }
}
