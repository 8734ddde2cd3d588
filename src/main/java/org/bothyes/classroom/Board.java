// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Shared;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Topic;
import org.bothyes.pack.Words;
import org.bothyes.shell.Texts;

/**
 * What a room sees of a fictional couple: what each of the two said, what they share by the product's own rule, and why, in
 * one sentence each. Of real people nothing like it exists.
 */
record Board(Lesson lesson, List<Topic.Side> sides, Overlap overlap, Optional<Overlap> opened, Texts texts) {

    /** All of a lesson, as its file tells it. */
    static Board of(Lesson lesson, Texts texts) {
        return new Board(lesson, answered(lesson), lesson.overlap(), Optional.empty(), texts);
    }

    /**
     * The same lines, after somebody has changed answers.
     *
     * @param opened the list that both have opened before, if they have: it only ever gets safer
     */
    static Board of(Lesson lesson, Lesson changed, Optional<Overlap> opened, Texts texts) {
        return new Board(changed, answered(lesson), changed.overlap(), opened, texts);
    }

    /** The sides that a lesson is about: at least one of the two has answered them. */
    static List<Topic.Side> answered(Lesson lesson) {
        var sides = lesson.pack().sides();
        return sides.stream()
                .filter(side -> lesson.a().sheet().comfort(side) != Comfort.BLANK
                        || lesson.b().sheet().comfort(sides.get(side.mirror())) != Comfort.BLANK)
                .toList();
    }

    /**
     * One side of a topic that at least one of the two has answered.
     *
     * @param side as A was asked
     * @param topic its name
     * @param way what it means to A; empty where it has no direction
     * @param a what A said
     * @param both what stands on the list of both; empty where nothing does
     * @param onlyWith the conditions of both; empty where there is none
     * @param why in one sentence
     */
    record Line(
            Topic.Side side, String topic, String way, String a, String b, String both, String onlyWith, String why) {

        public boolean shown() {
            return !both.isEmpty();
        }
    }

    /** A rule about one thing: what each chose, and what stands for both. */
    record Rule(String limit, String a, String b, String both) {}

    /** What an ordinary shared list would tell of one of the two. */
    record Told(String name, List<String> noes, List<String> notNow, List<String> leftOut) {}

    public List<Line> lines() {
        return sides.stream().map(this::line).toList();
    }

    public List<Rule> rules() {
        return pack().limits().stream()
                .filter(overlap::applies)
                .filter(limit ->
                        Stream.of(a(), b()).anyMatch(sheet -> sheet.row(limit).isPresent()))
                .map(limit -> new Rule(
                        words().name(limit),
                        a().row(limit)
                                .map(row -> words().label(limit, limit.rows().get(row)))
                                .orElse(blank()),
                        b().row(limit)
                                .map(row -> words().label(limit, limit.rows().get(row)))
                                .orElse(blank()),
                        words().rule(limit, overlap.row(limit))))
                .toList();
    }

    /** The words and gestures that count for both, since either picked them. */
    public List<String> signals() {
        return overlap.signals().stream().map(words()::name).toList();
    }

    /** What both ticked, told to A. */
    public List<String> ticked() {
        return pack().choices().stream()
                .flatMap(choice -> choice.sides().stream().map(side -> ticked(choice, side)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String ticked(Choice choice, Choice.Side side) {
        var items = overlap.items(Role.ONE, side);
        var name = choice.sides().size() == 1 ? words().name(choice) : words().side(side);
        return items.isEmpty()
                ? ""
                : texts.get("board.ticked", name, names(items.stream().map(item -> words().item(choice, item))));
    }

    public List<Told> told() {
        return List.of(told(lesson.a().name(), a(), false), told(lesson.b().name(), b(), true));
    }

    private Told told(String name, Sheet sheet, boolean mirrored) {
        return new Told(
                name,
                topics(sheet, mirrored, comfort -> comfort == Comfort.NO),
                topics(sheet, mirrored, comfort -> comfort == Comfort.LATER),
                topics(sheet, mirrored, comfort -> comfort == Comfort.BLANK));
    }

    private List<String> topics(Sheet sheet, boolean mirrored, Predicate<Comfort> said) {
        var names = new ArrayList<String>();
        for (var side : sides) {
            var own = mirrored ? mirror(side) : side;
            if (said.test(sheet.comfort(own))) {
                names.add(words().side(own));
            }
        }
        return List.copyOf(names);
    }

    private Line line(Topic.Side side) {
        var topic = pack().topic(side.topic());
        var one = a().comfort(side);
        var other = b().comfort(mirror(side));
        var now = overlap.shared(Role.ONE, side);
        var shared = opened.map(list -> list.shared(Role.ONE, side))
                .filter(list -> list.compareTo(now) < 0)
                .orElse(now);
        var ruledOut = shared != Shared.NOTHING && overlap.ruledOut(topic);
        return new Line(
                side,
                words().name(topic),
                topic.directional() ? words().side(side) : "",
                said(a(), side),
                said(b(), mirror(side)),
                shared == Shared.NOTHING ? "" : texts.get("board.both." + lower(ruledOut ? Shared.TALK : shared)),
                shared == Shared.NOTHING ? "" : onlyWith(overlap.conditions(Role.ONE, side)),
                shared == now ? why(one, other, shared, ruledOut) : texts.get("board.why.waits"));
    }

    private String why(Comfort one, Comfort other, Shared shared, boolean ruledOut) {
        if (ruledOut) {
            return texts.get("board.why.ruled-out");
        } else if (shared != Shared.NOTHING) {
            return texts.get("board.why." + lower(shared));
        }
        return Optional.of(one)
                .filter(comfort -> comfort.compareTo(Comfort.OPEN) < 0)
                .map(comfort -> other.compareTo(Comfort.OPEN) < 0 ? texts.get("board.why.neither") : hidden(comfort))
                .orElseGet(() -> hidden(other));
    }

    private String hidden(Comfort comfort) {
        return texts.get("board.why.one", texts.get("board.said." + lower(comfort)));
    }

    private String said(Sheet sheet, Topic.Side side) {
        var comfort = sheet.comfort(side);
        var conditions = pack().conditions().stream()
                .filter(condition -> sheet.has(side, condition))
                .toList();
        var said = comfort == Comfort.BLANK ? blank() : texts.get("comfort." + lower(comfort));
        return conditions.isEmpty() ? said : said + ". " + onlyWith(conditions);
    }

    private String onlyWith(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : texts.get("shared.only-with", names(conditions.stream().map(words()::name)));
    }

    private String names(Stream<String> names) {
        return names.collect(Collectors.joining(texts.get("list.comma")));
    }

    private String blank() {
        return texts.get("board.blank");
    }

    private Topic.Side mirror(Topic.Side side) {
        return pack().sides().get(side.mirror());
    }

    private Sheet a() {
        return lesson.a().sheet();
    }

    private Sheet b() {
        return lesson.b().sheet();
    }

    private Pack pack() {
        return lesson.pack();
    }

    private Words words() {
        return pack().words();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
