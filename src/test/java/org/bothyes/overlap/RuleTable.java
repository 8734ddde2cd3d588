// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Id;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;
import org.bothyes.pack.Way;

/**
 * The overlap rule a second time, written from the product's table line by line and sharing nothing with the first: by
 * names instead of bits, told from one reader's side, and slow. Where the two disagree, one of them is wrong.
 */
final class RuleTable {

    private RuleTable() {}

    /** One partner's sheet by names. A topic in none of the pictured settings is as good as blank. */
    record Answers(
            Pack pack,
            Map<String, Comfort> comforts,
            Map<String, Set<String>> conditions,
            Map<String, Integer> rows,
            Map<String, Set<String>> ticks,
            Set<String> signals) {

        static Answers of(Sheet sheet) {
            var pack = sheet.pack();
            var answers = new Answers(
                    pack, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
            for (var topic : pack.topics()) {
                for (var side : topic.sides()) {
                    var key = topic.id() + " " + side.way();
                    answers.comforts.put(key, leftOut(sheet, topic) ? Comfort.BLANK : sheet.comfort(side));
                    var conditions = pack.conditions().stream().filter(condition -> sheet.has(side, condition));
                    answers.conditions.put(key, names(conditions.map(Condition::id)));
                }
            }
            for (var limit : pack.limits()) {
                answers.rows.put(limit.id().value(), sheet.row(limit).orElse(0));
            }
            for (var choice : pack.choices()) {
                for (var side : choice.sides()) {
                    var key = choice.id() + " " + side.way();
                    answers.ticks.put(key, names(choice.items().stream().filter(item -> sheet.has(side, item))));
                }
            }
            var signals = pack.signals().stream().filter(signal -> sheet.has(signal));
            answers.signals.addAll(names(signals.map(Signal::id)));
            return answers;
        }

        Comfort comfort(String side) {
            return comforts.getOrDefault(side, Comfort.BLANK);
        }

        Set<String> conditions(String side) {
            return conditions.getOrDefault(side, Set.of());
        }

        int row(String limit) {
            return rows.getOrDefault(limit, 0);
        }

        Set<String> ticks(String side) {
            return ticks.getOrDefault(side, Set.of());
        }

        private static Set<String> names(Stream<? extends Id<?>> ids) {
            return ids.map(Id::value).collect(Collectors.toSet());
        }

        private static boolean leftOut(Sheet sheet, Topic topic) {
            var pictured = Stream.of(Setting.values())
                    .filter(setting -> sheet.has(setting))
                    .toList();
            return !pictured.isEmpty() && pictured.stream().noneMatch(topic.in()::contains);
        }
    }

    /** What I see when my answers meet my partner's. */
    static Seen seen(Answers mine, Answers theirs) {
        var pack = mine.pack;
        var shared = new ArrayList<Shared>();
        var conditions = new ArrayList<List<String>>();
        for (var topic : pack.topics()) {
            for (var side : topic.sides()) {
                var here = topic.id() + " " + side.way();
                var there = topic.id() + " " + partners(side.way());
                var what = shared(mine.comfort(here), theirs.comfort(there));
                shared.add(what);
                conditions.add(what == Shared.NOTHING ? List.of() : either(pack, mine, here, theirs, there));
            }
        }
        return shared.stream().allMatch(what -> what == Shared.NOTHING)
                ? nothing(pack, shared, conditions)
                : something(pack, mine, theirs, shared, conditions);
    }

    private static Seen nothing(Pack pack, List<Shared> shared, List<List<String>> conditions) {
        return new Seen(
                true,
                shared,
                conditions,
                pack.topics().stream().map(topic -> topic.needs().isPresent()).toList(),
                pack.limits().stream()
                        .map(limit -> limit.rows().getFirst().id().value())
                        .toList(),
                pack.limits().stream().map(limit -> limit.onlyWith().isEmpty()).toList(),
                pack.choices().stream()
                        .flatMap(choice -> choice.sides().stream())
                        .map(side -> List.<String>of())
                        .toList(),
                List.of());
    }

    private static Seen something(
            Pack pack, Answers mine, Answers theirs, List<Shared> shared, List<List<String>> conditions) {
        var ruledOut = new ArrayList<Boolean>();
        for (var topic : pack.topics()) {
            ruledOut.add(topic.needs().isPresent()
                    && jointRow(pack, mine, theirs, topic.needs().get().limit().value())
                            < topic.needs().get().row());
        }
        var rows = new ArrayList<String>();
        var applies = new ArrayList<Boolean>();
        for (var limit : pack.limits()) {
            var row = jointRow(pack, mine, theirs, limit.id().value());
            rows.add(limit.rows().get(row).id().value());
            applies.add(applies(limit, mine, theirs));
        }
        var items = new ArrayList<List<String>>();
        for (var choice : pack.choices()) {
            for (var side : choice.sides()) {
                var ours = mine.ticks(choice.id() + " " + side.way());
                var others = theirs.ticks(choice.id() + " " + partners(side.way()));
                items.add(choice.items().stream()
                        .map(item -> item.value())
                        .filter(item -> ours.contains(item) && others.contains(item))
                        .toList());
            }
        }
        var signals = pack.signals().stream()
                .map(Signal::id)
                .map(id -> id.value())
                .filter(signal -> mine.signals.contains(signal) || theirs.signals.contains(signal))
                .toList();
        return new Seen(false, shared, conditions, ruledOut, rows, applies, items, signals);
    }

    private static Shared shared(Comfort mine, Comfort theirs) {
        if (mine == Comfort.YES && theirs == Comfort.YES) {
            return Shared.LIKE;
        }
        var both = Set.of(Comfort.YES, Comfort.OPEN);
        return both.contains(mine) && both.contains(theirs) ? Shared.TALK : Shared.NOTHING;
    }

    private static List<String> either(Pack pack, Answers mine, String here, Answers theirs, String there) {
        return pack.conditions().stream()
                .map(condition -> condition.id().value())
                .filter(condition -> mine.conditions(here).contains(condition)
                        || theirs.conditions(there).contains(condition))
                .toList();
    }

    private static int jointRow(Pack pack, Answers mine, Answers theirs, String id) {
        if (!applies(pack.limit(id).orElseThrow(), mine, theirs)) {
            return 0;
        }
        var myRow = mine.row(id);
        var theirRow = theirs.row(id);
        return myRow < theirRow ? myRow : theirRow;
    }

    private static boolean applies(Limit limit, Answers mine, Answers theirs) {
        if (limit.onlyWith().isEmpty()) {
            return true;
        }
        for (var other : limit.onlyWith()) {
            if (mine.row(other.value()) > 0 && theirs.row(other.value()) > 0) {
                return true;
            }
        }
        return false;
    }

    private static Way partners(Way way) {
        return switch (way) {
            case TOGETHER -> Way.TOGETHER;
            case GIVE -> Way.RECEIVE;
            case RECEIVE -> Way.GIVE;
        };
    }
}
