package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Safer;
import org.bothyes.pack.Setting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Two histories of one partner that lead to the same overlap leave the same traces on the other's side: rows, sizes,
 * times and bells. One clock, one seed; ids are random by nature and left out, everything else is compared.
 */
@WholeApplication
class NonInterferenceTest {

    private final Stand at;

    @Autowired
    NonInterferenceTest(ApplicationContext app) {
        at = Stand.in(app);
    }

    /** What partner two does from joining to the seal; the time is the same afterwards. */
    interface History {
        void live(Stand at, Conversations.Welcome two);

        /** The moment in which two finishes. */
        default void finish(Stand at, Partner two) {
            at.rounds().seal(two);
        }
    }

    record Pair(String name, History one, History other) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("one edit, or a hundred", say(Comfort.YES), (at, two) -> {
                    for (var i = 0; i < 100; i++) {
                        at.answer(two.partner(), i % 40, Comfort.values()[i % 5]);
                    }
                    at.answerAll(two.partner(), Comfort.BLANK);
                    say(Comfort.YES).live(at, two);
                }),
                new Pair("all blank, or all no", say(Comfort.BLANK), all(Comfort.NO)),
                new Pair("all no, or all later", all(Comfort.NO), all(Comfort.LATER)),
                new Pair("nothing in common, or finished without sharing", all(Comfort.LATER), new History() {
                    @Override
                    public void live(Stand at, Conversations.Welcome two) {
                        at.answerAll(two.partner(), Comfort.YES);
                    }

                    @Override
                    public void finish(Stand at, Partner two) {
                        at.rounds().sealNothing(two);
                    }
                }),
                new Pair("sealed, or sealed and taken back and sealed", say(Comfort.YES), (at, two) -> {
                    say(Comfort.YES).live(at, two);
                    for (var i = 0; i < 5; i++) {
                        at.rounds().seal(two.partner());
                        at.rounds().takeBack(two.partner());
                    }
                }),
                new Pair("finished without sharing and thought better of it, or not", say(Comfort.YES), (at, two) -> {
                    at.rounds().sealNothing(two.partner());
                    at.rounds().takeBack(two.partner());
                    say(Comfort.YES).live(at, two);
                }),
                new Pair("never came back, or twenty times", say(Comfort.YES), (at, two) -> {
                    for (var i = 0; i < 20; i++) {
                        var back = at.back(two.code()).orElseThrow();
                        at.answering().at(back, "signals", true);
                        at.rounds().stage(back);
                    }
                    say(Comfort.YES).live(at, two);
                }),
                new Pair("a condition on what is not shared, or none", say(Comfort.YES), (at, two) -> {
                    say(Comfort.YES).live(at, two);
                    for (var side : at.pack().sides().subList(5, 12)) {
                        for (var condition : at.pack().conditions()) {
                            if (condition.fits(at.pack().topic(side.topic()))) {
                                at.answering()
                                        .answer(two.partner(), List.of(new Change.Conditioned(side, condition, true)));
                            }
                        }
                    }
                }),
                new Pair("loose rules beside nothing shared, or none", all(Comfort.NO), (at, two) -> {
                    all(Comfort.NO).live(at, two);
                    for (var limit : at.pack().limits()) {
                        at.answering()
                                .answer(
                                        two.partner(),
                                        List.of(new Change.Limited(
                                                limit, limit.rows().size() - 1)));
                    }
                    for (var signal : at.pack().signals()) {
                        at.answering().answer(two.partner(), List.of(new Change.Signalled(signal, true)));
                    }
                }),
                new Pair("not pictured, or no", all(Comfort.NO), (at, two) -> {
                    at.answerAll(two.partner(), Comfort.NO);
                    at.answering().answer(two.partner(), List.of(new Change.Pictured(Setting.values()[0], true)));
                }),
                new Pair("one press, or many, and knocking at closed doors", say(Comfort.YES), new History() {
                    @Override
                    public void live(Stand at, Conversations.Welcome two) {
                        say(Comfort.YES).live(at, two);
                    }

                    @Override
                    public void finish(Stand at, Partner two) {
                        for (var i = 0; i < 5; i++) {
                            at.rounds().seal(two);
                            assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answer(two, 0, Comfort.NO));
                            assertThatExceptionOfType(NotNow.class)
                                    .isThrownBy(() -> at.sharing().open(two));
                        }
                    }
                }));
    }

    private static History say(Comfort comfort) {
        return (at, two) -> at.answer(two.partner(), 0, comfort);
    }

    private static History all(Comfort comfort) {
        return (at, two) -> at.answerAll(two.partner(), comfort);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_two_does_leaves_no_trace_on_ones_side(Pair pair) {
        for (var oneFirst : List.of(true, false)) {
            assertThat(traces(pair.one(), oneFirst, false)).isEqualTo(traces(pair.other(), oneFirst, false));
        }
    }

    @Test
    void nobody_can_tell_who_opened_first_or_how_often_or_who_knocked_again() {
        assertThat(traces(say(Comfort.YES), true, true)).isEqualTo(traces(say(Comfort.YES), true, false));
    }

    @Test
    void what_is_shared_does_make_a_difference() {
        assertThat(traces(say(Comfort.YES), true, false)).isNotEqualTo(traces(say(Comfort.OPEN), true, false));
    }

    @Test
    void asking_alone_for_a_new_round_and_what_changes_nothing_leave_no_trace() {
        assertThat(tracesAfterwards(true)).isEqualTo(tracesAfterwards(false));
    }

    /** What one meets after the list was opened, while two asks, thinks better of it, asks again and taps in vain. */
    private List<Object> tracesAfterwards(boolean twoIsBusy) {
        at.jdbc().sql("delete from conversation").update();
        at.random().wind(46);
        at.clock().set(TickingClock.START);
        var couple = at.couple();
        var two = couple.two();
        at.answerAll(couple.one(), Comfort.OPEN);
        at.answer(two, 0, Comfort.YES);
        at.shared(couple);
        at.tick("P8D");
        var rings = new CopyOnWriteArrayList<String>();
        var stop = at.bell().await(couple.one(), () -> rings.add("bell"));
        if (twoIsBusy) {
            at.newRound().ask(two);
            at.newRound().takeBack(two);
            at.newRound().ask(two);
            at.sharing().safer(two, new Safer.OnlyTalk(at.pack().sides().get(0)));
            at.sharing().safer(two, new Safer.TakeOff(at.pack().sides().get(9)));
            at.sharing().safer(two, new Safer.Tighten(at.pack().limits().get(0), 0));
        }
        var traces = new ArrayList<Object>(seen(couple.one()));
        traces.add(HexFormat.of().formatHex(at.sharing().open(couple.one()).write()));
        traces.add(at.newRound().asked(couple.one()));
        traces.add(at.newRound().from(couple.one()));
        traces.add(at.ending().at(couple.one()));
        traces.addAll(rings);
        stop.run();
        return traces;
    }

    /**
     * One whole life of a conversation, and all that one could meet of it. Chance is wound back before one does
     * something, so that one's own boxes are the same byte for byte however much of it two has used up.
     */
    private List<Object> traces(History history, boolean oneFirst, boolean twoOpensFirst) {
        at.jdbc().sql("delete from conversation").update();
        at.random().wind(42);
        at.clock().set(TickingClock.START);
        var traces = new ArrayList<Object>();
        var rings = new CopyOnWriteArrayList<String>();
        var couple = at.couple();
        var one = couple.one();
        var stop = at.bell().await(one, () -> rings.add("bell at " + at.now()));
        at.answerAll(one, Comfort.YES);
        at.tick("PT10M");
        at.random().wind(43);
        if (oneFirst) {
            at.rounds().seal(one);
        }
        traces.addAll(seen(one));
        history.live(at, couple.b());
        traces.addAll(seen(one));
        at.tick("PT50M");
        history.finish(at, couple.two());
        at.counting().sweep();
        traces.addAll(seen(one));
        at.random().wind(44);
        at.rounds().seal(one);
        at.tick("PT2M");
        traces.add(at.rounds().stage(one));
        at.counting().sweep();
        traces.addAll(seen(one));
        at.tick("PT1H");
        at.random().wind(45);
        if (twoOpensFirst) {
            at.sharing().open(couple.two());
            at.rounds().seal(couple.two());
            at.rounds().takeBack(couple.two());
            at.sharing().open(couple.two());
            at.counting().sweep();
        }
        traces.add(HexFormat.of().formatHex(at.sharing().open(one).write()));
        at.sharing().open(couple.two());
        traces.addAll(seen(one));
        stop.run();
        assertThat(rings).hasSize(1);
        traces.addAll(rings);
        return traces;
    }

    /** One's own row, and what both have in common, byte for byte; of two's row only what anybody's box looks like. */
    private List<Object> seen(Partner one) {
        return List.of(
                at.rounds().stage(one),
                row("select * from conversation where id = ?", one),
                row("select * from round where conversation_id = ?", one),
                row("select * from partner where role = 'ONE' and conversation_id = ?", one),
                row(
                        "select octet_length(draft) as draft, lookup, consent, octet_length(sealed) as sealed from partner"
                                + " where sealed_at is not null and role = 'TWO' and conversation_id = ?",
                        one),
                at.jdbc()
                        .sql("select count(*) from partner")
                        .query(Integer.class)
                        .single());
    }

    private List<Map<String, String>> row(String query, Partner one) {
        return at.jdbc().sql(query).param(one.conversation()).query().listOfRows().stream()
                .map(NonInterferenceTest::plain)
                .toList();
    }

    private static Map<String, String> plain(Map<String, @Nullable Object> row) {
        var plain = new TreeMap<String, String>();
        row.forEach((name, value) -> {
            if (!name.equals("ID") && !name.equals("CONVERSATION_ID")) {
                plain.put(name, value instanceof byte[] box ? HexFormat.of().formatHex(box) : String.valueOf(value));
            }
        });
        return plain;
    }
}
