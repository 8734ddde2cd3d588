// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the wording of a pack: every text that it needs, and no other. */
final class WordsReader {

    /** The longest text, in characters: about what a phone shows without scrolling. */
    private static final int LONGEST = 400;

    private static final List<String> DIRECTIONS = List.of("give", "receive");

    private final YamlMap root;
    private final Map<String, String> texts = new HashMap<>();

    private WordsReader(YamlMap root) {
        this.root = root;
    }

    /** @param pack the pack that the words are for, still without any */
    static Words read(YamlMap root, Pack pack) {
        return new WordsReader(root).words(pack);
    }

    private Words words(Pack pack) {
        root.keys(
                List.of("title", "about"),
                List.of(
                        "sections",
                        "topics",
                        "choices",
                        "limits",
                        "conditions",
                        "signals",
                        "ready",
                        "fixed",
                        "scripts"));
        text("title", root.get("title"));
        text("about", root.get("about"));
        each(
                "sections",
                pack.sections(),
                Section::id,
                (path, value, _) -> texts(path, value, List.of("title", "open")));
        each("topics", pack.topics(), Topic::id, this::topic);
        each("choices", pack.choices(), Choice::id, this::choice);
        each("limits", pack.limits(), Limit::id, this::limit);
        each("conditions", pack.conditions(), Condition::id, (path, value, _) -> text(path, value));
        each("signals", pack.signals(), Signal::id, (path, value, _) -> text(path, value));
        each("ready", pack.ready(), Ready::id, (path, value, _) -> text(path, value));
        each("fixed", pack.fixed(), Fixed::id, (path, value, _) -> text(path, value));
        each("scripts", pack.scripts(), Script::id, (path, value, _) -> text(path, value));
        return new Words(texts);
    }

    /** Reads what belongs to one thing, at this path. */
    private interface Part<T> {
        void read(String path, YamlValue value, T thing);
    }

    /** Reads the part of every thing of a kind. A kind that the pack has nothing of may be left out. */
    private <T> void each(String kind, List<T> things, Function<T, Id<?>> id, Part<T> part) {
        if (!things.isEmpty() || root.find(kind).isPresent()) {
            each(kind, root.get(kind), things, id, part);
        }
    }

    private static <T> void each(String path, YamlValue value, List<T> things, Function<T, Id<?>> id, Part<T> part) {
        var ids = things.stream().map(thing -> id.apply(thing).value()).toList();
        var map = value.map().keys(ids, List.of());
        for (var thing : things) {
            var key = id.apply(thing).value();
            part.read(path + "." + key, map.get(key), thing);
        }
    }

    private void topic(String path, YamlValue value, Topic topic) {
        var keys = List.of("name", "help");
        texts(path, value, topic.directional() ? concat(keys, DIRECTIONS) : keys);
    }

    private void choice(String path, YamlValue value, Choice choice) {
        var own = List.of("name", "help");
        var keys = choice.sides().size() == 2 ? concat(own, DIRECTIONS) : own;
        var map = value.map().keys(concat(keys, List.of("items")), List.of());
        keys.forEach(key -> text(path + "." + key, map.get(key)));
        each(path + ".items", map.get("items"), choice.items(), item -> item, (at, text, _) -> text(at, text));
    }

    private void limit(String path, YamlValue value, Limit limit) {
        var map = value.map().keys(List.of("name", "help", "rows", "rule"), List.of());
        text(path + ".name", map.get("name"));
        text(path + ".help", map.get("help"));
        each(path + ".rows", map.get("rows"), limit.rows(), Limit.Row::id, this::row);
        each(path + ".rule", map.get("rule"), limit.rows(), Limit.Row::id, (at, text, _) -> text(at, text));
    }

    private void row(String path, YamlValue value, Limit.Row row) {
        var map = value.map().keys(List.of("label"), List.of("detail"));
        text(path + ".label", map.get("label"));
        map.find("detail").ifPresent(detail -> text(path + ".detail", detail));
    }

    private void texts(String path, YamlValue value, List<String> keys) {
        var map = value.map().keys(keys, List.of());
        keys.forEach(key -> text(path + "." + key, map.get(key)));
    }

    private void text(String path, YamlValue value) {
        texts.put(path, value.line(LONGEST));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
