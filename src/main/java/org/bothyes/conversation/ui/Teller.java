// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.conversation.ui.SharedPage.Entry;
import org.bothyes.conversation.ui.SharedPage.Group;
import org.bothyes.conversation.ui.SharedPage.Lines;
import org.bothyes.conversation.ui.SharedPage.Rule;
import org.bothyes.conversation.ui.SharedPage.Thing;
import org.bothyes.conversation.ui.SharedPage.Way;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Shared;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Fixed;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Script;
import org.bothyes.pack.Script.Moment;
import org.bothyes.pack.Section;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/** Tells one overlap to one reader: what stands on the list, in pack order, and what can make it safer. */
record Teller(Overlap overlap, Role reader, Texts texts) {

    private static final List<Moment> TO_ASK_AND_BEGIN = List.of(Moment.BEFORE, Moment.BEGIN);
    private static final List<Moment> TO_TALK = List.of(Moment.RAISE, Moment.ROOM, Moment.REASONS);
    private static final int LINES_A_TOPIC = 3;

    SharedPage page() {
        return overlap.isNothing()
                ? new SharedPage(
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        checkIns(),
                        fixed(pack().fixed().stream()))
                : new SharedPage(
                        false,
                        groups(side -> shared(side) == Shared.LIKE && !ruledOut(side), TO_ASK_AND_BEGIN),
                        groups(side -> shared(side) == Shared.TALK && !ruledOut(side), TO_TALK),
                        groups(side -> shared(side) != Shared.NOTHING && ruledOut(side), TO_TALK),
                        rules(),
                        words(pack().choices().stream()).toList(),
                        signals(),
                        checkIns(),
                        fixed(pack().fixed().stream()));
    }

    CallCard call() {
        return new CallCard(
                signals().stream()
                        .filter(signal -> !signal.what().isEmpty())
                        .map(Teller::fact)
                        .toList(),
                pack().limits().stream()
                        .filter(limit -> limit.call() && overlap.applies(limit))
                        .map(this::rule)
                        .map(rule -> new CallCard.Fact(rule.limit(), rule.rule()))
                        .toList(),
                words(pack().choices().stream().filter(Choice::call))
                        .map(Teller::fact)
                        .toList(),
                Stream.of(Moment.BEFORE_CALL, Moment.DURING)
                        .map(moment -> lines(moment, this::isForACall))
                        .toList(),
                fixed(pack().fixed().stream().filter(Fixed::call)));
    }

    private static CallCard.Fact fact(Entry entry) {
        return new CallCard.Fact(entry.name(), entry.what());
    }

    private boolean isForACall(Script script) {
        return script.ties().isEmpty()
                || pack().limits().stream().filter(Limit::call).anyMatch(limit -> script.helpsWith(limit.id()));
    }

    private Pack pack() {
        return overlap.pack();
    }

    private Shared shared(Topic.Side side) {
        return overlap.shared(reader, side);
    }

    private boolean ruledOut(Topic.Side side) {
        return overlap.ruledOut(pack().topic(side.topic()));
    }

    private List<Group> groups(Predicate<Topic.Side> belongs, List<Moment> moments) {
        return pack().sections().stream()
                .map(section -> new Group(pack().words().title(section), things(section, belongs, moments)))
                .filter(group -> !group.things().isEmpty())
                .toList();
    }

    private List<Thing> things(Section section, Predicate<Topic.Side> belongs, List<Moment> moments) {
        return section.topics().stream()
                .flatMap(topic -> topic.sides().stream().filter(belongs).map(side -> thing(topic, side, moments)))
                .toList();
    }

    private Thing thing(Topic topic, Topic.Side side, List<Moment> moments) {
        var words = pack().words();
        var has = overlap.conditions(reader, side);
        var onlyWith = has.stream().map(words::name).collect(joining(texts.get("list.comma")));
        var conditions = pack().conditions().stream()
                .filter(condition -> condition.fits(topic) && !has.contains(condition))
                .map(condition -> new Way(words.name(condition), new Safer.OnlyWith(side, condition)))
                .toList();
        return new Thing(
                side,
                words.side(side),
                topic.directional() ? Optional.of(words.name(topic)) : Optional.empty(),
                onlyWith,
                lines(topic, side.index(), moments),
                less(side, moments),
                conditions);
    }

    private List<Way> less(Topic.Side side, List<Moment> moments) {
        var off = new Way(texts.get("safer.off"), new Safer.TakeOff(side));
        return moments.equals(TO_TALK)
                ? List.of(off)
                : List.of(new Way(texts.get("safer.talk"), new Safer.OnlyTalk(side)), off);
    }

    /** Lines made for this topic first; then general ones, others for each topic, so that a list is no litany. */
    private List<String> lines(Topic topic, int turn, List<Moment> moments) {
        var fitting = moments.stream()
                .flatMap(moment -> pack().scripts(moment).stream())
                .filter(script -> script.helpsWith(topic.id()))
                .toList();
        var own = fitting.stream().filter(script -> !script.ties().isEmpty());
        var general = fitting.stream().filter(script -> script.ties().isEmpty()).toList();
        var turned = new ArrayList<Script>();
        for (var i = 0; i < general.size(); i++) {
            turned.add(general.get((i + turn) % general.size()));
        }
        return Stream.concat(own, turned.stream())
                .limit(LINES_A_TOPIC)
                .map(pack().words()::line)
                .toList();
    }

    private List<Rule> rules() {
        return pack().limits().stream().filter(overlap::applies).map(this::rule).toList();
    }

    private Rule rule(Limit limit) {
        var words = pack().words();
        var row = limit.rows().indexOf(overlap.row(limit));
        var stricter = IntStream.range(0, row)
                .mapToObj(i -> new Way(words.rule(limit, limit.rows().get(i)), new Safer.Tighten(limit, i)))
                .toList();
        return new Rule(words.name(limit), words.rule(limit, overlap.row(limit)), stricter);
    }

    private Stream<Entry> words(Stream<Choice> choices) {
        return choices.flatMap(choice -> choice.sides().stream().map(side -> words(choice, side)))
                .filter(entry -> !entry.what().isEmpty());
    }

    private Entry words(Choice choice, Choice.Side side) {
        var words = pack().words();
        var name = choice.sides().size() > 1 ? words.name(choice) + ": " + words.side(side) : words.name(choice);
        var items = overlap.items(reader, side);
        return new Entry(
                name,
                items.stream().map(item -> words.item(choice, item)).collect(joining(texts.get("list.comma"))),
                items.stream()
                        .map(item -> new Way(
                                texts.get("safer.untick", words.item(choice, item)), new Safer.Untick(side, item)))
                        .toList());
    }

    private List<Entry> signals() {
        return Stream.of(Signal.Meaning.values()).map(this::signals).toList();
    }

    private Entry signals(Signal.Meaning meaning) {
        var words = pack().words();
        var picked = overlap.signals();
        var all = pack().signals().stream().filter(s -> s.means() == meaning).toList();
        return new Entry(
                texts.get("signal." + meaning.name().toLowerCase(Locale.ROOT)),
                all.stream().filter(picked::contains).map(words::name).collect(joining(texts.get("list.comma"))),
                all.stream()
                        .filter(signal -> !picked.contains(signal))
                        .map(signal -> new Way(words.name(signal), new Safer.AddSignal(signal)))
                        .toList());
    }

    private List<Lines> checkIns() {
        return Stream.of(Moment.BEFORE, Moment.DURING, Moment.AFTER)
                .map(moment -> lines(moment, script -> script.ties().isEmpty()))
                .toList();
    }

    private Lines lines(Moment moment, Predicate<Script> fits) {
        return new Lines(
                texts.get("moment." + moment.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                pack().scripts(moment).stream()
                        .filter(fits)
                        .limit(LINES_A_TOPIC)
                        .map(pack().words()::line)
                        .toList());
    }

    private List<String> fixed(Stream<Fixed> some) {
        return some.map(pack().words()::text).toList();
    }
}
