// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.util.ArrayList;
import java.util.List;
import org.bothyes.classroom.Lesson.Person;
import org.bothyes.classroom.Lesson.Show;
import org.bothyes.classroom.Lesson.Step;
import org.bothyes.classroom.Lesson.Vote;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackFault;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.YamlFile;
import org.bothyes.pack.YamlValue;

/** Reads one lesson as strictly as a pack: it is right in every point, or a {@link PackFault} says where it is not. */
final class LessonReader {

    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_TITLE = 60;
    private static final int MOST_TEXTS = 8;
    private static final int MOST_STEPS = 12;
    private static final int MOST_VOTES = 5;
    private static final int LONGEST_STEP = 45;

    private final PackLibrary packs;

    LessonReader(PackLibrary packs) {
        this.packs = packs;
    }

    /** @param name of the file, without its ending: it has to be the lesson's id */
    Lesson read(String name, YamlFile file) {
        var root = file.root();
        root.find("format").ifPresent(format -> format.number(1, 1));
        root.keys(
                List.of(
                        "format",
                        "id",
                        "pack",
                        "title",
                        "about",
                        "note",
                        "opt_out",
                        "goals",
                        "ground_rules",
                        "people",
                        "sheets",
                        "steps",
                        "questions",
                        "watch_for",
                        "closing",
                        "before",
                        "after",
                        "votes"),
                List.of());
        var id = root.get("id");
        if (!id.id().value().equals(name)) {
            throw id.fault("The lesson and its file have two names.", "Give both the same.");
        }
        var pack = pack(root.get("pack"));
        var people = root.get("people").map().keys(List.of("a", "b"), List.of());
        var sheets = root.get("sheets").map().keys(List.of("a", "b"), List.of());
        return new Lesson(
                name,
                pack,
                root.get("title").line(LONGEST_TITLE),
                root.get("about").line(LONGEST_TEXT),
                root.get("note").line(LONGEST_TEXT),
                root.get("opt_out").line(LONGEST_TEXT),
                texts(root.get("goals")),
                texts(root.get("ground_rules")),
                person(people.get("a"), sheets.get("a"), pack),
                person(people.get("b"), sheets.get("b"), pack),
                steps(root.get("steps")),
                texts(root.get("questions")),
                texts(root.get("watch_for")),
                root.get("closing").line(LONGEST_TEXT),
                two(root.get("before")),
                two(root.get("after")),
                root.get("votes").list(MOST_VOTES).stream()
                        .map(LessonReader::vote)
                        .toList());
    }

    private Pack pack(YamlValue value) {
        var known = packs.packs().stream().map(pack -> pack.id().value()).toList();
        return packs.pack(value.among("pack", known)).orElseThrow();
    }

    private static Person person(YamlValue value, YamlValue said, Pack pack) {
        var map = value.map().keys(List.of("name", "about"), List.of());
        return new Person(
                map.get("name").line(LONGEST_TITLE), map.get("about").line(LONGEST_TEXT), SheetReader.read(said, pack));
    }

    private static List<Step> steps(YamlValue value) {
        var steps = new ArrayList<Step>();
        for (var entry : value.list(MOST_STEPS)) {
            steps.add(step(entry));
        }
        for (var version = 0; version < Lesson.VERSIONS.size(); version++) {
            var here = version;
            var sum = steps.stream().mapToInt(step -> step.minutes().get(here)).sum();
            if (sum != Lesson.VERSIONS.get(version)) {
                throw value.fault(
                        "The steps of the version of " + Lesson.VERSIONS.get(version) + " minutes take " + sum + ".",
                        "Change minutes until they add up.");
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(YamlValue value) {
        var map = value.map().keys(List.of("id", "title", "minutes", "show", "say"), List.of());
        var minutes = map.get("minutes").list(Lesson.VERSIONS.size()).stream()
                .map(each -> each.number(0, LONGEST_STEP))
                .toList();
        if (minutes.size() != Lesson.VERSIONS.size()) {
            throw map.get("minutes").fault("A step needs three times.", "Write them like [1, 2, 4]; 0 leaves it out.");
        }
        return new Step(
                map.get("id").id().value(),
                map.get("title").line(LONGEST_TITLE),
                minutes,
                map.get("show").oneOf(Show.class),
                texts(map.get("say")));
    }

    private static Vote vote(YamlValue value) {
        var map = value.map().keys(List.of("id", "ask", "answers", "right", "then"), List.of());
        var answers = texts(map.get("answers"));
        return new Vote(
                map.get("id").id().value(),
                map.get("ask").line(LONGEST_TEXT),
                answers,
                map.get("right").number(0, answers.size()),
                map.get("then").line(LONGEST_TEXT));
    }

    private static List<String> two(YamlValue value) {
        var texts = texts(value);
        if (texts.size() != 2) {
            throw value.fault("There have to be two questions here.", "Write two, so that before and after compare.");
        }
        return texts;
    }

    private static List<String> texts(YamlValue value) {
        return value.list(MOST_TEXTS).stream()
                .map(text -> text.line(LONGEST_TEXT))
                .toList();
    }
}
