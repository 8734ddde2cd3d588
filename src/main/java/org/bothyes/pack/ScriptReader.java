// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the scripts of a pack: words for every moment, and plain ones before softer ones. */
final class ScriptReader {

    private static final int MOST_SCRIPTS = 200;
    private static final int MOST_TIES = 200;

    private final Known<Topic> knownTopics;
    private final Known<Limit> knownLimits;
    private final Known<Script> known = new Known<>("script");
    private final Set<Script.Moment> begun = EnumSet.noneOf(Script.Moment.class);
    private final Set<Script.Moment> softened = EnumSet.noneOf(Script.Moment.class);

    private ScriptReader(Known<Topic> knownTopics, Known<Limit> knownLimits) {
        this.knownTopics = knownTopics;
        this.knownLimits = knownLimits;
    }

    static List<Script> read(YamlValue scripts, Known<Topic> knownTopics, Known<Limit> knownLimits) {
        return new ScriptReader(knownTopics, knownLimits).scripts(scripts);
    }

    private List<Script> scripts(YamlValue value) {
        var scripts = new ArrayList<Script>();
        for (var entry : value.list(MOST_SCRIPTS)) {
            scripts.add(script(entry));
        }
        for (var moment : Script.Moment.values()) {
            if (!begun.contains(moment)) {
                throw value.fault(
                        "No script belongs to the moment “" + YamlValue.written(moment) + "”.",
                        "Nobody should be without words there: add a plain one.");
            }
        }
        return scripts;
    }

    private Script script(YamlValue value) {
        var entry = PackReader.thing(value, List.of("id", "moment", "soft", "ties"), List.of());
        var id = known.add(entry.get("id"));
        var moment = entry.get("moment").oneOf(Script.Moment.class);
        var soft = entry.get("soft").flag();
        checkOrder(entry, moment, soft);
        return new Script(id, moment, soft, ties(entry.get("ties").listOrNone(MOST_TIES)));
    }

    private void checkOrder(YamlMap entry, Script.Moment moment, boolean soft) {
        var name = "“" + YamlValue.written(moment) + "”";
        if (begun.add(moment) && soft) {
            throw entry.fault(
                    "The first script of the moment " + name + " is a soft one.", "Put a plain one above it.");
        }
        if (soft) {
            softened.add(moment);
        } else if (softened.contains(moment)) {
            throw entry.fault(
                    "This plain script of the moment " + name + " stands below a soft one.",
                    "Move it up: plain ones come first.");
        }
    }

    private Set<String> ties(List<YamlValue> values) {
        var ties = new HashSet<String>();
        for (var value : values) {
            if (!ties.add(tie(value))) {
                throw value.twice();
            }
        }
        return Set.copyOf(ties);
    }

    private String tie(YamlValue value) {
        var text = value.text();
        if (!knownTopics.has(text) && !knownLimits.has(text)) {
            var all = Stream.concat(knownTopics.all().stream(), knownLimits.all().stream())
                    .toList();
            throw value.fault(
                    "There is no topic or limit " + YamlValue.quoted(text) + " in this pack.",
                    Nearest.hint(text, all) + "Check the spelling, or take it away.");
        }
        return text;
    }
}
