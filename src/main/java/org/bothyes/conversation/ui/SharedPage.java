package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Shared;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Script;
import org.bothyes.pack.Script.Moment;
import org.bothyes.pack.Section;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/**
 * What you share, as text from the reader's side and in pack order. It is made of an overlap and nothing else, so for
 * equal overlaps it is equal, whatever either of the two has said.
 *
 * @param nothing whether no topic is shared; then only {@code fixed}, {@code signals} and {@code checkIns} are filled
 * @param like what both would like, by section
 * @param talk what both are open to talking about, by section
 * @param ruled what the joint rules stand against for now, by section
 * @param rules the joint rules, recording first
 * @param words what both ticked
 * @param signals what either picked, by meaning; what always counts is said with them
 * @param checkIns questions for before, during and after
 * @param fixed what holds for everybody
 */
record SharedPage(
        boolean nothing,
        List<Group> like,
        List<Group> talk,
        List<Group> ruled,
        List<Rule> rules,
        List<Entry> words,
        List<Entry> signals,
        List<Lines> checkIns,
        List<String> fixed) {

    private static final List<Moment> TO_ASK_AND_BEGIN = List.of(Moment.BEFORE, Moment.BEGIN);
    private static final List<Moment> TO_TALK = List.of(Moment.RAISE, Moment.ROOM, Moment.REASONS);
    private static final int LINES_A_TOPIC = 3;

    /** Shared topics of one section. */
    record Group(String section, List<Thing> things) {}

    /**
     * One shared topic, one way round.
     *
     * @param name told from the reader's side
     * @param topic the topic's own name, where that says more
     * @param onlyWith the conditions of both, empty if there are none
     * @param lines to say
     */
    record Thing(String name, Optional<String> topic, String onlyWith, List<String> lines) {}

    /** One joint rule. */
    record Rule(String limit, String rule) {}

    /** A name with what belongs to it. */
    record Entry(String name, String what) {}

    /** Lines for one moment. */
    record Lines(String moment, List<String> lines) {}

    static SharedPage of(Overlap overlap, Role reader, Texts texts) {
        return new Teller(overlap, reader, texts).page();
    }

    int likes() {
        return like.stream().mapToInt(group -> group.things().size()).sum();
    }

    int talks() {
        return Stream.concat(talk.stream(), ruled.stream())
                .mapToInt(group -> group.things().size())
                .sum();
    }

    /** Tells one overlap to one reader. */
    private record Teller(Overlap overlap, Role reader, Texts texts) {

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
            var onlyWith = overlap.conditions(reader, side).stream()
                    .map(words::name)
                    .collect(joining(texts.get("list.comma")));
            return new Thing(
                    words.side(side),
                    topic.directional() ? Optional.of(words.name(topic)) : Optional.empty(),
                    onlyWith,
                    lines(topic, side.index(), moments));
        }

        /** Lines made for this topic first; then general ones, others for each topic, so that a list is no litany. */
        private List<String> lines(Topic topic, int turn, List<Moment> moments) {
            var fitting = moments.stream()
                    .flatMap(moment -> pack().scripts(moment).stream())
                    .filter(script -> script.helpsWith(topic.id()))
                    .toList();
            var own = fitting.stream().filter(script -> !script.ties().isEmpty());
            var general =
                    fitting.stream().filter(script -> script.ties().isEmpty()).toList();
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
            return pack().limits().stream()
                    .filter(overlap::applies)
                    .map(this::rule)
                    .toList();
        }

        private Rule rule(Limit limit) {
            return new Rule(pack().words().name(limit), pack().words().rule(limit, overlap.row(limit)));
        }

        private List<Entry> words() {
            var entries = new ArrayList<Entry>();
            for (var choice : pack().choices()) {
                for (var side : choice.sides()) {
                    var items = overlap.items(reader, side).stream()
                            .map(item -> pack().words().item(choice, item))
                            .collect(joining(texts.get("list.comma")));
                    var name = choice.sides().size() > 1
                            ? pack().words().name(choice) + ": "
                                    + pack().words().side(side)
                            : pack().words().name(choice);
                    if (!items.isEmpty()) {
                        entries.add(new Entry(name, items));
                    }
                }
            }
            return entries;
        }

        private List<Entry> signals() {
            return Stream.of(Signal.Meaning.values())
                    .map(meaning ->
                            new Entry(texts.get("signal." + meaning.name().toLowerCase(Locale.ROOT)), signals(meaning)))
                    .filter(entry -> !entry.what().isEmpty())
                    .toList();
        }

        private String signals(Signal.Meaning meaning) {
            return overlap.signals().stream()
                    .filter(signal -> signal.means() == meaning)
                    .map(pack().words()::name)
                    .collect(joining(texts.get("list.comma")));
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
}
