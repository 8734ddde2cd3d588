package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Script;
import org.bothyes.pack.Script.Moment;
import org.bothyes.pack.Section;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/** Tells one overlap to one reader, with the ways to make each thing safer. */
record Teller(Overlap overlap, Role reader, Texts texts) {

    private static final List<Moment> TO_ASK_AND_BEGIN = List.of(Moment.BEFORE, Moment.BEGIN);
    private static final List<Moment> TO_TALK = List.of(Moment.RAISE, Moment.ROOM, Moment.REASONS);
    private static final int LINES_A_TOPIC = 3;

    SharedPage page() {
        return overlap.isNothing()
                ? new SharedPage(
                        true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), checkIns(), fixed())
                : new SharedPage(
                        false,
                        groups(side -> shared(side) == Shared.LIKE && !ruledOut(side), TO_ASK_AND_BEGIN),
                        groups(side -> shared(side) == Shared.TALK && !ruledOut(side), TO_TALK),
                        groups(side -> shared(side) != Shared.NOTHING && ruledOut(side), TO_TALK),
                        rules(),
                        words(),
                        signals(),
                        checkIns(),
                        fixed());
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
        var onlyWith =
                overlap.conditions(reader, side).stream().map(words::name).collect(joining(texts.get("list.comma")));
        return new Thing(
                words.side(side),
                topic.directional() ? Optional.of(words.name(topic)) : Optional.empty(),
                onlyWith,
                lines(topic, side.index(), moments),
                safer(topic, side));
    }

    private List<Way> safer(Topic topic, Topic.Side side) {
        var ways = new ArrayList<Way>();
        if (shared(side) == Shared.LIKE && !ruledOut(side)) {
            ways.add(new Way(texts.get("safer.talk"), new Safer.OnlyTalk(side)));
        }
        ways.add(new Way(texts.get("safer.off"), new Safer.TakeOff(side)));
        pack().conditions().stream()
                .filter(condition -> condition.fits(topic)
                        && !overlap.conditions(reader, side).contains(condition))
                .map(condition -> new Way(
                        texts.get("shared.only-with", pack().words().name(condition)),
                        new Safer.OnlyWith(side, condition)))
                .forEach(ways::add);
        return ways;
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
        var stricter = limit.rows().subList(0, limit.rows().indexOf(overlap.row(limit))).stream()
                .map(row -> new Way(
                        words.rule(limit, row),
                        new Safer.Tighten(limit, limit.rows().indexOf(row))))
                .toList();
        return new Rule(words.name(limit), words.rule(limit, overlap.row(limit)), stricter);
    }

    private List<Entry> words() {
        var entries = new ArrayList<Entry>();
        for (var choice : pack().choices()) {
            for (var side : choice.sides()) {
                var items = overlap.items(reader, side).stream()
                        .map(item -> pack().words().item(choice, item))
                        .collect(joining(texts.get("list.comma")));
                var name = choice.sides().size() > 1
                        ? pack().words().name(choice) + ": " + pack().words().side(side)
                        : pack().words().name(choice);
                if (!items.isEmpty()) {
                    entries.add(new Entry(name, items, untick(choice, side)));
                }
            }
        }
        return entries;
    }

    private List<Way> untick(Choice choice, Choice.Side side) {
        return overlap.items(reader, side).stream()
                .map(item -> new Way(
                        texts.get("safer.untick", pack().words().item(choice, item)), new Safer.Untick(side, item)))
                .toList();
    }

    private List<Entry> signals() {
        return Stream.of(Signal.Meaning.values())
                .map(meaning -> new Entry(
                        texts.get("signal." + meaning.name().toLowerCase(Locale.ROOT)), signals(meaning), add(meaning)))
                .toList();
    }

    private String signals(Signal.Meaning meaning) {
        return overlap.signals().stream()
                .filter(signal -> signal.means() == meaning)
                .map(pack().words()::name)
                .collect(joining(texts.get("list.comma")));
    }

    private List<Way> add(Signal.Meaning meaning) {
        return pack().signals().stream()
                .filter(signal ->
                        signal.means() == meaning && !overlap.signals().contains(signal))
                .map(signal -> new Way(pack().words().name(signal), new Safer.AddSignal(signal)))
                .toList();
    }

    private List<Lines> checkIns() {
        return Stream.of(Moment.BEFORE, Moment.DURING, Moment.AFTER)
                .map(moment -> new Lines(
                        texts.get("moment." + moment.name().toLowerCase(Locale.ROOT)),
                        pack().scripts(moment).stream()
                                .filter(script -> script.ties().isEmpty())
                                .limit(LINES_A_TOPIC)
                                .map(pack().words()::line)
                                .toList()))
                .toList();
    }

    private List<String> fixed() {
        return pack().fixed().stream().map(pack().words()::text).toList();
    }
}
