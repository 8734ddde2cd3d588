// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.util.Optional;
import java.util.stream.Collectors;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Topic;

/**
 * How the stage stands: what the two say by now, and what the room looks at. It travels with the page, in a form, and is
 * kept nowhere; so it is gone with the page, and nobody else's.
 *
 * @param ones what A says: a digit for each side of each topic, the place of the answer among all {@link Comfort}s
 * @param others what B says
 * @param opened what both said when they opened their list, A's and B's digits with a dot between; empty before
 * @param uncovered how many lines of the middle the room sees
 */
record Scene(String ones, String others, String opened, int uncovered, View view) {

    /** What the middle shows. */
    enum View {
        /** Who the two are. */
        PEOPLE,
        /** What both of them see here. */
        BLIND,
        /** What an ordinary list would show. */
        NAIVE,
        /** What somebody reads who says yes to everything. */
        FISHING,
        /** What comes of it when somebody says yes to everything once the list was opened. */
        AFTER,
        /** Questions to talk about. */
        QUESTIONS,
        /** A question to the phones in the room. */
        VOTE
    }

    /** What the educator can do, besides changing an answer. */
    enum Act {
        /** Nothing that is known. */
        STAY,
        UNCOVER,
        ALL,
        COVER,
        PEOPLE,
        BLIND,
        NAIVE,
        FISHING,
        AFTER,
        QUESTIONS,
        VOTE,
        /** Puts the same question to the phones anew. */
        AGAIN,
        OPEN,
        RESET
    }

    static Scene first(Lesson lesson) {
        return new Scene(written(lesson.a().sheet()), written(lesson.b().sheet()), "", 0, View.BLIND);
    }

    /** This scene, or the first one where what came back does not fit the lesson. */
    Scene orFirst(Lesson lesson) {
        var many = lesson.pack().sides().size();
        var digits = "[0-4]{" + many + "}";
        var fits = ones.matches(digits)
                && others.matches(digits)
                && opened.matches("|" + digits + "\\." + digits)
                && uncovered >= 0
                && uncovered <= many;
        return fits ? this : first(lesson);
    }

    Scene act(Act act, Lesson lesson) {
        var lines = Board.answered(lesson).size();
        return switch (act) {
            case UNCOVER -> goingOn(lines);
            case ALL -> uncovering(lines);
            case COVER -> uncovering(0);
            case STAY, AGAIN -> this;
            case PEOPLE -> looking(View.PEOPLE);
            case QUESTIONS -> looking(View.QUESTIONS);
            case VOTE -> looking(View.VOTE);
            case BLIND -> looking(View.BLIND);
            case NAIVE -> looking(View.NAIVE);
            case FISHING -> looking(View.FISHING);
            case AFTER -> uncovering(lines).looking(View.AFTER);
            case OPEN -> new Scene(ones, others, ones + "." + others, lines, View.BLIND);
            case RESET -> first(lesson);
        };
    }

    /** Whether the room looks at what each said, and what both see of it. */
    public boolean isTable() {
        return view == View.BLIND || view == View.NAIVE || isFishing();
    }

    /** Whether A says yes to everything, from the first or later. */
    public boolean isFishing() {
        return view == View.FISHING || view == View.AFTER;
    }

    /** A clicker has one key: it leads to the table, then through it, and in a vote from question to question. */
    private Scene goingOn(int lines) {
        if (view == View.VOTE) {
            return this;
        }
        return isTable() ? uncovering(Math.min(lines, uncovered + 1)) : looking(View.BLIND);
    }

    private Scene uncovering(int lines) {
        return new Scene(ones, others, opened, lines, isTable() ? view : View.BLIND);
    }

    private Scene looking(View next) {
        return new Scene(ones, others, opened, uncovered, next);
    }

    /**
     * One of the two says the next thing: yes, open, not now, no, nothing, and yes again. What is safer than the list that
     * both have opened goes from it for good.
     */
    Scene turned(boolean isA, int side) {
        var said = turned(isA ? ones : others, side);
        var list = opened;
        if (!opened.isEmpty()) {
            var at = isA ? side : ones.length() + 1 + side;
            var least = (char) Math.min(opened.charAt(at), said.charAt(side));
            list = opened.substring(0, at) + least + opened.substring(at + 1);
        }
        return new Scene(isA ? said : ones, isA ? others : said, list, uncovered, view);
    }

    private static String turned(String said, int side) {
        var next = (said.charAt(side) - '0' + Comfort.values().length - 1) % Comfort.values().length;
        return said.substring(0, side) + next + said.substring(side + 1);
    }

    /** The lesson as the two say it now; who fishes says yes to everything. */
    Lesson played(Lesson lesson) {
        var a = isFishing() ? ("" + Comfort.YES.ordinal()).repeat(ones.length()) : ones;
        return lesson.saying(said(lesson.a().sheet(), a), said(lesson.b().sheet(), others));
    }

    /** The list that both have opened, if they have. */
    Optional<Overlap> list(Lesson lesson) {
        if (opened.isEmpty() && view != View.AFTER) {
            return Optional.empty();
        }
        var both = (opened.isEmpty() ? ones + "." + others : opened).split("\\.", 2);
        return Optional.of(OverlapRule.of(
                said(lesson.a().sheet(), both[0]), said(lesson.b().sheet(), both[1])));
    }

    private static Sheet said(Sheet before, String digits) {
        var sheet = before;
        for (Topic.Side side : before.pack().sides()) {
            var comfort = Comfort.values()[digits.charAt(side.index()) - '0'];
            sheet = sheet.with(new Change.Answered(side, comfort));
        }
        return sheet;
    }

    private static String written(Sheet sheet) {
        return sheet.pack().sides().stream()
                .map(side -> "" + sheet.comfort(side).ordinal())
                .collect(Collectors.joining());
    }
}
