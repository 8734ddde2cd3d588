// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A set of questions with its scripts, immutable. Everything stands in pack order, the order in which it is always
 * shown, whoever reads.
 */
public final class Pack {

    private final Id<Pack> id;
    private final List<Section> sections;
    private final List<Limit> limits;
    private final List<Limit> dependentLimits;
    private final List<Condition> conditions;
    private final List<Signal> signals;
    private final List<Ready> ready;
    private final List<Fixed> fixed;
    private final List<Script> scripts;
    private final Words words;
    private final List<Topic> topics;
    private final List<Topic.Side> sides;
    private final int[] mirrors;
    /** By side, as bits. */
    private final byte[] settings;

    private final List<Choice> choices;
    private final List<Choice.Side> choiceSides;
    private final int[] choiceMirrors;
    private final Map<String, Section> sectionsById;
    private final Map<String, Topic> topicsById;
    private final Map<String, Choice> choicesById;
    private final Map<String, Limit> limitsById;

    /** Only {@link PackReader} makes one, since it checks what this constructor takes for granted. */
    Pack(
            Id<Pack> id,
            List<Section> sections,
            List<Limit> limits,
            List<Condition> conditions,
            List<Signal> signals,
            List<Ready> ready,
            List<Fixed> fixed,
            List<Script> scripts,
            Words words) {
        this.id = id;
        this.sections = List.copyOf(sections);
        this.limits = List.copyOf(limits);
        this.dependentLimits =
                limits.stream().filter(limit -> !limit.onlyWith().isEmpty()).toList();
        this.conditions = List.copyOf(conditions);
        this.signals = List.copyOf(signals);
        this.ready = List.copyOf(ready);
        this.fixed = List.copyOf(fixed);
        this.scripts = List.copyOf(scripts);
        this.words = words;
        this.topics = sections.stream().flatMap(s -> s.topics().stream()).toList();
        this.sides = topics.stream().flatMap(t -> t.sides().stream()).toList();
        this.mirrors = sides.stream().mapToInt(Topic.Side::mirror).toArray();
        this.settings = new byte[sides.size()];
        for (var topic : topics) {
            topic.sides()
                    .forEach(side -> topic.in().forEach(in -> settings[side.index()] |= (byte) (1 << in.ordinal())));
        }
        this.choices = sections.stream().flatMap(s -> s.choices().stream()).toList();
        this.choiceSides = choices.stream().flatMap(c -> c.sides().stream()).toList();
        this.choiceMirrors = choiceSides.stream().mapToInt(Choice.Side::mirror).toArray();
        this.sectionsById = byId(this.sections, Section::id);
        this.topicsById = byId(topics, Topic::id);
        this.choicesById = byId(choices, Choice::id);
        this.limitsById = byId(this.limits, Limit::id);
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, Id<T>> id) {
        return all.stream().collect(toUnmodifiableMap(one -> id.apply(one).value(), one -> one));
    }

    public Id<Pack> id() {
        return id;
    }

    public List<Section> sections() {
        return sections;
    }

    public List<Topic> topics() {
        return topics;
    }

    /** Every side of every topic; a side's index is its place here. */
    public List<Topic.Side> sides() {
        return sides;
    }

    /** The index of the side that the partner's answer to the side of this index is held against. */
    public int mirror(int side) {
        return mirrors[side];
    }

    /**
     * Whether a side can come up in one of these settings.
     *
     * @param side its index
     * @param anyOf as bits, the first setting lowest
     */
    public boolean comesUp(int side, int anyOf) {
        return (settings[side] & anyOf) != 0;
    }

    public List<Choice> choices() {
        return choices;
    }

    /** Every side of every choice; a side's index is its place here. */
    public List<Choice.Side> choiceSides() {
        return choiceSides;
    }

    /** As {@link #mirror}, for a side of a choice. */
    public int choiceMirror(int side) {
        return choiceMirrors[side];
    }

    public List<Limit> limits() {
        return limits;
    }

    /** Those that matter only together with others. */
    public List<Limit> dependentLimits() {
        return dependentLimits;
    }

    public List<Condition> conditions() {
        return conditions;
    }

    public List<Signal> signals() {
        return signals;
    }

    public List<Ready> ready() {
        return ready;
    }

    public List<Fixed> fixed() {
        return fixed;
    }

    /** Every line to say, plain ones before softer ones within a moment. */
    public List<Script> scripts() {
        return scripts;
    }

    public List<Script> scripts(Script.Moment moment) {
        return scripts.stream().filter(s -> s.moment() == moment).toList();
    }

    public Words words() {
        return words;
    }

    public Optional<Section> section(String id) {
        return Optional.ofNullable(sectionsById.get(id));
    }

    public Optional<Topic> topic(String id) {
        return Optional.ofNullable(topicsById.get(id));
    }

    public Optional<Choice> choice(String id) {
        return Optional.ofNullable(choicesById.get(id));
    }

    public Optional<Limit> limit(String id) {
        return Optional.ofNullable(limitsById.get(id));
    }

    /** @throws IllegalArgumentException if this pack has no such topic */
    public Topic topic(Id<Topic> id) {
        return topic(id.value()).orElseThrow(() -> new IllegalArgumentException("no such topic in this pack"));
    }

    /** @throws IllegalArgumentException if this pack has no such limit */
    public Limit limit(Id<Limit> id) {
        return limit(id.value()).orElseThrow(() -> new IllegalArgumentException("no such limit in this pack"));
    }

    @Override
    public String toString() {
        return "pack " + id;
    }
}
