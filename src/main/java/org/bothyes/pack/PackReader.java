// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one pack strictly: a pack is either right in every point or a {@link PackFault}. Nothing is guessed and nothing
 * is skipped, since a slip in a rule would change what two people believe they share.
 */
final class PackReader {

    private static final int MOST_CONDITIONS = 32;
    private static final int MOST_SIGNALS = 32;
    private static final int MOST_TEXTS = 200;
    private static final int MOST_SOURCES = 50;
    private static final Set<Setting> EVERYWHERE = Collections.unmodifiableSet(EnumSet.allOf(Setting.class));
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");

    private final Id<Pack> id;
    private final Known<Limit> knownLimits = new Known<>("limit");
    private final Known<Topic> knownTopics = new Known<>("topic");
    private final List<Limit> limits;
    private final List<Section> sections;
    private final List<Condition> conditions;
    private final List<Signal> signals;
    private final List<Ready> ready;
    private final List<Fixed> fixed;
    private final List<Script> scripts;

    /**
     * Reads a pack.
     *
     * @param folder the name of the folder it lies in, which has to be its id
     * @param structure its {@code pack.yaml}
     * @param wording its {@code words_en.yaml}
     * @throws PackFault naming the first thing that is wrong
     */
    static Pack read(String folder, YamlFile structure, YamlFile wording) {
        var reader = new PackReader(folder, structure.root());
        var wordless = reader.pack(new Words(Map.of()));
        return reader.pack(WordsReader.read(wording.root(), wordless));
    }

    /** One thing of a pack: a map that may also name the ids of the guide it comes from. */
    static YamlMap thing(YamlValue value, List<String> required, List<String> optional) {
        var map = value.map()
                .keys(
                        required,
                        Stream.concat(optional.stream(), Stream.of("source")).toList());
        map.find("source").ifPresent(PackReader::checkSource);
        return map;
    }

    private static void checkSource(YamlValue value) {
        for (var source : value.listOrNone(MOST_SOURCES)) {
            if (!SOURCE.matcher(source.text()).matches()) {
                throw source.fault(
                        YamlValue.quoted(source.text()) + " is not an id of the guide.",
                        "Write it like “limits.recording”.");
            }
        }
    }

    private PackReader(String folder, YamlMap root) {
        checkFormat(root);
        root.keys(
                List.of("format", "id", "sections", "limits", "conditions", "signals", "ready", "fixed", "scripts"),
                List.of());
        id = id(folder, root.get("id"));
        limits = LimitReader.read(root.get("limits"), knownLimits);
        sections = SectionReader.read(root.get("sections"), limits, knownLimits, knownTopics);
        conditions = conditions(root.get("conditions"));
        signals = signals(root.get("signals"));
        ready = readyQuestions(root.get("ready"));
        fixed = fixedPoints(root.get("fixed"));
        scripts = ScriptReader.read(root.get("scripts"), knownTopics, knownLimits);
    }

    private Pack pack(Words words) {
        return new Pack(id, sections, limits, conditions, signals, ready, fixed, scripts, words);
    }

    /** Before anything else: another format may well have other keys. */
    private static void checkFormat(YamlMap root) {
        root.find("format").ifPresent(format -> format.number(1, 1));
    }

    private static Id<Pack> id(String folder, YamlValue value) {
        Id<Pack> id = value.id();
        if (!id.value().equals(folder)) {
            throw value.fault(
                    "The pack is called “" + id + "”, its folder " + YamlValue.quoted(folder) + ".",
                    "Give both the same name.");
        }
        return id;
    }

    private List<Condition> conditions(YamlValue value) {
        var known = new Known<Condition>("condition");
        var aspects = new HashSet<String>();
        var found = new ArrayList<Condition>();
        for (var entry : value.listOrNone(MOST_CONDITIONS)) {
            found.add(condition(entry, known, found.size(), aspects));
        }
        return found;
    }

    private Condition condition(YamlValue value, Known<Condition> known, int index, Set<String> aspects) {
        var entry = thing(value, List.of("id", "narrows"), List.of("in", "not_for"));
        var narrows = entry.get("narrows").id().value();
        if (!aspects.add(narrows)) {
            throw entry.get("narrows")
                    .fault(
                            "Another condition narrows “" + narrows
                                    + "” already, and the two could contradict each other.",
                            "Keep one of them, or let this one narrow something else.");
        }
        var in = entry.find("in").map(v -> v.someOf(Setting.class)).orElse(EVERYWHERE);
        var notFor =
                knownTopics.findAll(entry.find("not_for").map(YamlValue::list).orElse(List.of()));
        var condition = new Condition(known.add(entry.get("id")), index, narrows, in, notFor);
        if (sections.stream().flatMap(s -> s.topics().stream()).noneMatch(condition::fits)) {
            throw entry.fault(
                    "The condition “" + condition.id() + "” fits no topic.",
                    "Widen its “in”, or shorten its “not_for”.");
        }
        return condition;
    }

    private static List<Signal> signals(YamlValue value) {
        var known = new Known<Signal>("signal");
        var found = new ArrayList<Signal>();
        for (var entry : value.listOrNone(MOST_SIGNALS)) {
            var signal = thing(entry, List.of("id", "means", "in"), List.of());
            var means = signal.get("means").oneOf(Signal.Meaning.class);
            found.add(new Signal(
                    known.add(signal.get("id")),
                    found.size(),
                    means,
                    signal.get("in").someOf(Setting.class)));
        }
        return found;
    }

    private static List<Ready> readyQuestions(YamlValue value) {
        var known = new Known<Ready>("readiness question");
        return value.listOrNone(MOST_TEXTS).stream()
                .map(entry -> new Ready(
                        known.add(thing(entry, List.of("id"), List.of()).get("id"))))
                .toList();
    }

    private static List<Fixed> fixedPoints(YamlValue value) {
        var known = new Known<Fixed>("fixed point");
        return value.listOrNone(MOST_TEXTS).stream()
                .map(entry -> thing(entry, List.of("id"), List.of("call")))
                .map(entry -> new Fixed(known.add(entry.get("id")), entry.flag("call")))
                .toList();
    }
}
