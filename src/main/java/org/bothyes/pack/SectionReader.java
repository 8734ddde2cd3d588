// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.ArrayList;
import java.util.List;

/** Reads the sections of a pack with their topics and choices, numbering the sides as they come. */
final class SectionReader {

    private static final int MOST_SECTIONS = 50;
    private static final int MOST_IN_A_SECTION = 100;
    private static final int MOST_MINUTES = 30;
    private static final int MOST_ITEMS = 32;

    private final List<Limit> limits;
    private final Known<Limit> knownLimits;
    private final Known<Topic> knownTopics;
    private final Known<Section> knownSections = new Known<>("section");
    private final Known<Choice> knownChoices = new Known<>("choice");
    private int sides;
    private int choiceSides;

    private SectionReader(List<Limit> limits, Known<Limit> knownLimits, Known<Topic> knownTopics) {
        this.limits = limits;
        this.knownLimits = knownLimits;
        this.knownTopics = knownTopics;
    }

    /** @param knownTopics takes in every topic's id */
    static List<Section> read(
            YamlValue sections, List<Limit> limits, Known<Limit> knownLimits, Known<Topic> knownTopics) {
        var reader = new SectionReader(limits, knownLimits, knownTopics);
        var read = sections.list(MOST_SECTIONS).stream().map(reader::section).toList();
        if (read.stream().flatMap(s -> s.topics().stream()).noneMatch(Topic::core)) {
            throw sections.fault("No topic belongs to the short round.", "Write “core: true” at one topic or more.");
        }
        return read;
    }

    private Section section(YamlValue value) {
        var entry = value.map().keys(List.of("id", "minutes", "topics"), List.of("choices"));
        var id = knownSections.add(entry.get("id"));
        var minutes = entry.get("minutes").number(1, MOST_MINUTES);
        var topics = entry.get("topics").list(MOST_IN_A_SECTION).stream()
                .map(topic -> topic(id, topic))
                .toList();
        var choices = entry.find("choices").map(c -> c.list(MOST_IN_A_SECTION)).orElse(List.of()).stream()
                .map(choice -> choice(id, choice))
                .toList();
        return new Section(id, minutes, topics, choices);
    }

    private Topic topic(Id<Section> section, YamlValue value) {
        var entry = PackReader.thing(value, List.of("id", "in"), List.of("core", "directional", "needs"));
        var id = knownTopics.add(entry.get("id"));
        if (knownLimits.has(id.value())) {
            throw entry.get("id")
                    .fault(
                            "There is already a limit “" + id + "”.",
                            "Scripts are tied to topics and limits alike, so give one of the two another id.");
        }
        var in = entry.get("in").someOf(Setting.class);
        var need = entry.find("needs").map(this::need);
        return new Topic(id, section, in, entry.flag("core"), need, sides(id, entry.flag("directional")));
    }

    private Topic.Need need(YamlValue value) {
        var need = value.map().only();
        var id = knownLimits.find(need.key());
        var limit = limits.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
        var rows = limit.rows().stream().map(row -> row.id().value()).toList();
        var row = rows.indexOf(need.value().text());
        if (row < 0) {
            throw need.value()
                    .fault(
                            "The limit “" + id + "” has no row "
                                    + YamlValue.quoted(need.value().text()) + ".",
                            Nearest.hint(need.value().text(), rows) + "Its rows are: " + String.join(", ", rows) + ".");
        }
        if (row == 0) {
            throw need.value()
                    .fault(
                            "Needing the first row of “" + id + "” is needing nothing.",
                            "Name a later row, or take “needs” away.");
        }
        return new Topic.Need(id, row);
    }

    private List<Topic.Side> sides(Id<Topic> topic, boolean directional) {
        var found = new ArrayList<Topic.Side>();
        for (var way : ways(directional)) {
            found.add(new Topic.Side(topic, way, sides, mirror(way, sides)));
            sides++;
        }
        return List.copyOf(found);
    }

    private Choice choice(Id<Section> section, YamlValue value) {
        var entry = PackReader.thing(value, List.of("id", "items"), List.of("sides", "call"));
        var id = knownChoices.add(entry.get("id"));
        var knownItems = new Known<Choice.Item>("item of “" + id + "”");
        var items = entry.get("items").list(MOST_ITEMS).stream()
                .map(knownItems::add)
                .toList();
        return new Choice(id, section, items, choiceSides(id, entry.flag("sides")), entry.flag("call"));
    }

    private List<Choice.Side> choiceSides(Id<Choice> choice, boolean directional) {
        var found = new ArrayList<Choice.Side>();
        for (var way : ways(directional)) {
            found.add(new Choice.Side(choice, way, choiceSides, mirror(way, choiceSides)));
            choiceSides++;
        }
        return List.copyOf(found);
    }

    private static List<Way> ways(boolean directional) {
        return directional ? List.of(Way.GIVE, Way.RECEIVE) : List.of(Way.TOGETHER);
    }

    /** Giving stands directly before receiving. */
    private static int mirror(Way way, int index) {
        return switch (way) {
            case TOGETHER -> index;
            case GIVE -> index + 1;
            case RECEIVE -> index - 1;
        };
    }
}
