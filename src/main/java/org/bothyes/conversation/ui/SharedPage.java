// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/**
 * What you share, as text from the reader's side and in pack order. It is made of an overlap and nothing else, so for
 * equal overlaps it is equal, whatever either of the two has said.
 *
 * @param nothing whether no topic is shared; then only {@code fixed}, {@code signals} and {@code checkIns} are filled
 * @param like what both would like, by section
 * @param talk what both are open to talking about, by section
 * @param ruled what the joint rules stand against for now, by section
 * @param rules the joint rules, recording first
 * @param words what both ticked
 * @param signals what either picked, by every meaning; what always counts is said with them
 * @param checkIns questions for before, during and after
 * @param fixed what holds for everybody
 */
record SharedPage(
        boolean nothing,
        List<Group> like,
        List<Group> talk,
        List<Group> ruled,
        List<Rule> rules,
        List<Entry> words,
        List<Entry> signals,
        List<Lines> checkIns,
        List<String> fixed) {

    /** Shared topics of one section. */
    record Group(String section, List<Thing> things) {}

    /**
     * One shared topic, one way round.
     *
     * @param side which
     * @param name told from the reader's side
     * @param topic the topic's own name, where that says more
     * @param onlyWith the conditions of both, empty if there are none
     * @param lines to say
     * @param safer what makes it safer
     * @param conditions those that can be added
     */
    record Thing(
            Topic.Side side,
            String name,
            Optional<String> topic,
            String onlyWith,
            List<String> lines,
            List<Way> safer,
            List<Way> conditions) {}

    /** One joint rule, and the stricter ones. */
    record Rule(String limit, String rule, List<Way> stricter) {}

    /** A name with what belongs to it, and what makes it safer. */
    record Entry(String name, String what, List<Way> safer) {}

    /** A way to make something safer, alone and at once: the words on it, and what it does. */
    record Way(String words, Safer change) {}

    /** Lines for one moment. */
    record Lines(String moment, List<String> lines) {}

    static SharedPage of(Overlap overlap, Role reader, Texts texts) {
        return new Teller(overlap, reader, texts).page();
    }

    int likes() {
        return like.stream().mapToInt(group -> group.things().size()).sum();
    }

    int talks() {
        return Stream.concat(talk.stream(), ruled.stream())
                .mapToInt(group -> group.things().size())
                .sum();
    }
}
