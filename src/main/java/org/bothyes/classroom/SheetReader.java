// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Topic;
import org.bothyes.pack.Way;
import org.bothyes.pack.YamlMap;
import org.bothyes.pack.YamlValue;

/** Reads what one of a fictional couple said, each thing as somebody would say it. */
final class SheetReader {

    private static final int MOST = 40;
    /** All but {@link Comfort#BLANK}: who says nothing about a topic leaves it out. */
    private static final List<String> ANSWERS = Stream.of(Comfort.values())
            .filter(comfort -> comfort != Comfort.BLANK)
            .map(comfort -> comfort.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Pack pack;
    private Sheet sheet;

    private SheetReader(Pack pack) {
        this.pack = pack;
        this.sheet = Sheet.blank(pack);
    }

    static Sheet read(YamlValue value, Pack pack) {
        var map = value.map().keys(List.of("topics", "only_with", "limits", "choices", "signals"), List.of());
        var reader = new SheetReader(pack);
        reader.topics(map.get("topics").map());
        reader.conditions(map.get("only_with").map());
        reader.limits(map.get("limits").map());
        reader.choices(map.get("choices").map());
        reader.signals(map.get("signals"));
        return reader.sheet;
    }

    private void topics(YamlMap map) {
        var known = ids(pack.topics().stream().map(topic -> topic.id().value()));
        named(map, "topic", known).forEach((id, value) -> {
            for (var side : sides(pack.topic(id).orElseThrow(), value).entrySet()) {
                var comfort = side.getValue().among("answer", ANSWERS);
                say(new Change.Answered(side.getKey(), Comfort.valueOf(comfort.toUpperCase(Locale.ROOT))));
            }
        });
    }

    private void conditions(YamlMap map) {
        var known = ids(pack.topics().stream().map(topic -> topic.id().value()));
        var conditions =
                ids(pack.conditions().stream().map(condition -> condition.id().value()));
        named(map, "topic", known).forEach((id, value) -> {
            var topic = pack.topic(id).orElseThrow();
            for (var side : sides(topic, value).entrySet()) {
                for (var entry : side.getValue().list(MOST)) {
                    say(new Change.Conditioned(
                            side.getKey(), condition(entry, conditions, topic, side.getKey()), true));
                }
            }
        });
    }

    private Condition condition(YamlValue entry, List<String> known, Topic topic, Topic.Side side) {
        var condition = pack.conditions().get(known.indexOf(entry.among("condition", known)));
        if (!condition.fits(topic) || sheet.comfort(side).compareTo(Comfort.OPEN) < 0) {
            throw entry.fault(
                    "A condition goes with a yes or an open, on a topic that it fits.",
                    "Answer the topic so, or take the condition away.");
        }
        return condition;
    }

    private void limits(YamlMap map) {
        var known = ids(pack.limits().stream().map(limit -> limit.id().value()));
        named(map, "limit", known).forEach((id, value) -> {
            var limit = pack.limit(id).orElseThrow();
            var rows = ids(limit.rows().stream().map(row -> row.id().value()));
            say(new Change.Limited(limit, rows.indexOf(value.among("row", rows))));
        });
    }

    private void choices(YamlMap map) {
        var known = ids(pack.choices().stream().map(choice -> choice.id().value()));
        named(map, "choice", known).forEach((id, value) -> {
            var choice = pack.choice(id).orElseThrow();
            var items = ids(choice.items().stream().map(item -> item.value()));
            if (choice.sides().size() == 1) {
                tick(choice, choice.sides().getFirst(), value, items);
            } else {
                ways(value).forEach((way, ticks) -> tick(choice, side(choice, way), ticks, items));
            }
        });
    }

    private void tick(Choice choice, Choice.Side side, YamlValue ticks, List<String> items) {
        for (var entry : ticks.list(MOST)) {
            var item = choice.items().get(items.indexOf(entry.among("thing to tick", items)));
            say(new Change.Ticked(side, item, true));
        }
    }

    private void signals(YamlValue value) {
        var known = ids(pack.signals().stream().map(signal -> signal.id().value()));
        for (var entry : value.listOrNone(MOST)) {
            say(new Change.Signalled(pack.signals().get(known.indexOf(entry.among("signal", known))), true));
        }
    }

    /** What stands there for each side of a topic: the whole, or what is below “give” and “receive”. */
    private static Map<Topic.Side, YamlValue> sides(Topic topic, YamlValue value) {
        if (!topic.directional()) {
            return Map.of(topic.sides().getFirst(), value);
        }
        var sides = new LinkedHashMap<Topic.Side, YamlValue>();
        ways(value).forEach((way, said) -> topic.sides().stream()
                .filter(side -> side.way() == way)
                .forEach(side -> sides.put(side, said)));
        return sides;
    }

    private static Choice.Side side(Choice choice, Way way) {
        return choice.sides().stream()
                .filter(side -> side.way() == way)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Way, YamlValue> ways(YamlValue value) {
        var map = value.map().keys(List.of(), List.of("give", "receive"));
        var ways = new LinkedHashMap<Way, YamlValue>();
        map.find("give").ifPresent(said -> ways.put(Way.GIVE, said));
        map.find("receive").ifPresent(said -> ways.put(Way.RECEIVE, said));
        return ways;
    }

    private static Map<String, YamlValue> named(YamlMap map, String kind, List<String> known) {
        var found = new LinkedHashMap<String, YamlValue>();
        map.pairs().forEach(pair -> found.put(pair.key().among(kind, known), pair.value()));
        return found;
    }

    private void say(Change change) {
        sheet = sheet.with(change);
    }

    private static List<String> ids(Stream<String> ids) {
        return ids.toList();
    }
}
