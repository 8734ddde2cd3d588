// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bothyes.overlap.Role.ONE;
import static org.bothyes.overlap.Sheets.gives;
import static org.bothyes.overlap.Sheets.no;
import static org.bothyes.overlap.Sheets.only;
import static org.bothyes.overlap.Sheets.open;
import static org.bothyes.overlap.Sheets.receives;
import static org.bothyes.overlap.Sheets.row;
import static org.bothyes.overlap.Sheets.yes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Dice;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Shared;
import org.bothyes.overlap.Sheet;
import org.bothyes.overlap.Sheets;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Script.Moment;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;
import org.bothyes.shell.TextsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedPageTest {

    private static final int CASES = 1_000;

    private final Pack pack = PackLibrary.load(null).packs().getFirst();
    private final Texts texts = TextsForTests.texts();

    @ParameterizedTest
    @EnumSource
    void for_equal_overlaps_it_is_equal_whatever_the_partner_answered(Role reader) {
        var dice = new Dice(pack, 1);
        for (int i = 0; i < CASES; i++) {
            var mine = dice.sheet();
            var theirs = i % 10 == 0 ? dice.sharingNothingWith(mine) : dice.sheet();
            var page = page(reader, mine, theirs);
            var same = page(reader, mine, dice.sameForPartner(mine, theirs));
            assertThat(same).as("case %d", i).isEqualTo(page);
            assertThat(same.toString()).as("case %d", i).isEqualTo(page.toString());
        }
    }

    @Test
    void swapping_the_two_swaps_their_pages() {
        var dice = new Dice(pack, 2);
        for (int i = 0; i < CASES; i++) {
            var one = dice.sheet();
            var two = dice.sheet();
            assertThat(SharedPage.of(OverlapRule.of(one, two), Role.ONE, texts))
                    .isEqualTo(SharedPage.of(OverlapRule.of(two, one), Role.TWO, texts));
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_names_every_shared_side_once_and_no_other(Role reader) {
        var dice = new Dice(pack, 3);
        for (int i = 0; i < CASES; i++) {
            var overlap = OverlapRule.of(dice.sheet(), dice.sheet());
            var page = SharedPage.of(overlap, reader, texts);
            // Two topics may use the same words for a side, so they are counted, not only looked for.
            assertThat(things(page).map(SharedPageTest::named))
                    .as("case %d", i)
                    .containsExactlyInAnyOrderElementsOf(shared(overlap, reader)
                            .map(side -> named(pack.topic(side.topic()), side))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_word_of_a_topic_that_is_not_shared_is_anywhere_on_it(Role reader) {
        var dice = new Dice(pack, 4);
        // Rules stand for every pair, and one of them speaks of short glances too.
        var rules = pack.limits().stream()
                .flatMap(limit -> limit.rows().stream().map(row -> pack.words().rule(limit, row)))
                .collect(Collectors.joining());
        for (int i = 0; i < CASES; i++) {
            var overlap = OverlapRule.of(dice.sheet(), dice.sheet());
            var page = SharedPage.of(overlap, reader, texts);
            var shared = shared(overlap, reader).map(Topic.Side::topic).collect(Collectors.toSet());
            var mayBeSaid = pack.topics().stream()
                    .filter(topic -> shared.contains(topic.id()))
                    .flatMap(this::words)
                    .collect(Collectors.toSet());
            var everything = String.join("\n", strings(page));
            for (var topic : pack.topics()) {
                if (!shared.contains(topic.id())) {
                    assertThat(words(topic)
                                    .filter(words -> !mayBeSaid.contains(words))
                                    .filter(words -> !rules.contains(words))
                                    .filter(everything::contains))
                            .as("case %d", i)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_one_and_the_same_page_where_nothing_is_shared(Role reader) {
        var dice = new Dice(pack, 5);
        var nothing = SharedPage.of(Overlap.nothing(pack), ONE, texts);
        for (int i = 0; i < CASES; i++) {
            var mine = dice.sheet();
            var page = page(reader, mine, dice.sharingNothingWith(mine));
            assertThat(page).as("case %d", i).isEqualTo(nothing);
            assertThat(page.toString()).as("case %d", i).isEqualTo(nothing.toString());
        }
        assertThat(nothing.nothing()).isTrue();
        assertThat(nothing.rules()).isEmpty();
        assertThat(nothing.signals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everything_stands_in_pack_order(Role reader) {
        var dice = new Dice(pack, 6);
        var sections = pack.sections().stream().map(pack.words()::title).toList();
        var sides = pack.topics().stream()
                .flatMap(topic -> topic.sides().stream().map(side -> named(topic, side)))
                .toList();
        var limits = pack.limits().stream().map(pack.words()::name).toList();
        var choices = new ArrayList<String>();
        var items = new ArrayList<List<String>>();
        for (var choice : pack.choices()) {
            for (var side : choice.sides()) {
                var name = pack.words().name(choice);
                choices.add(
                        choice.sides().size() > 1 ? name + ": " + pack.words().side(side) : name);
                items.add(choice.items().stream()
                        .map(item -> pack.words().item(choice, item))
                        .toList());
            }
        }
        for (int i = 0; i < CASES; i++) {
            var page = SharedPage.of(OverlapRule.of(dice.sheet(), dice.sheet()), reader, texts);
            for (var groups : List.of(page.like(), page.talk(), page.ruled())) {
                assertOrder(
                        sections, groups.stream().map(SharedPage.Group::section).toList());
                assertOrder(
                        sides,
                        groups.stream()
                                .flatMap(group -> group.things().stream())
                                .map(SharedPageTest::named)
                                .toList());
            }
            assertOrder(
                    limits, page.rules().stream().map(SharedPage.Rule::limit).toList());
            assertOrder(
                    choices, page.words().stream().map(SharedPage.Entry::name).toList());
            for (var entry : page.words()) {
                assertThat(entry.what()).isEqualTo(inOrder(entry.what(), items.get(choices.indexOf(entry.name()))));
            }
        }
    }

    @Test
    void what_is_only_open_to_talking_comes_only_with_lines_to_talk() {
        var toTalk = lines(Moment.RAISE, Moment.ROOM, Moment.REASONS);
        var dice = new Dice(pack, 7);
        for (int i = 0; i < CASES; i++) {
            var page = SharedPage.of(OverlapRule.of(dice.sheet(), dice.sheet()), ONE, texts);
            assertThat(Stream.concat(page.talk().stream(), page.ruled().stream())
                            .flatMap(group -> group.things().stream()))
                    .allSatisfy(thing -> assertThat(toTalk).containsAll(thing.lines()));
        }
    }

    @Test
    void what_both_would_like_comes_with_lines_to_ask_and_begin() {
        var toBegin = lines(Moment.BEFORE, Moment.BEGIN);
        var loosest = Sheet.fullest(pack);
        for (var limit : pack.limits()) {
            loosest = loosest.with(new Change.Limited(limit, limit.rows().size() - 1));
        }
        var page = SharedPage.of(OverlapRule.of(loosest, loosest), ONE, texts);
        assertThat(page.talks()).isZero();
        assertThat(page.likes()).isEqualTo(pack.sides().size());
        assertThat(things(page)).allSatisfy(thing -> assertThat(toBegin).containsAll(thing.lines()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Shared.class,
            names = {"TALK", "LIKE"})
    void there_is_something_to_say_for_everything(Shared shared) {
        for (var topic : pack.topics()) {
            var sheet = Sheets.sheet(
                    pack,
                    shared == Shared.LIKE
                            ? yes(topic.id().value())
                            : open(topic.id().value()));
            for (var loosened : List.of(sheet, loosened(sheet))) {
                assertThat(things(SharedPage.of(OverlapRule.of(loosened, loosened), ONE, texts)))
                        .hasSize(topic.sides().size())
                        .allSatisfy(thing -> assertThat(thing.lines()).isNotEmpty());
            }
        }
    }

    @Test
    void a_direction_is_told_from_the_readers_side_with_what_it_comes_with() {
        var one = sheet(gives(yes("mirror", only("slowly"))), receives(no("mirror")), row("looking", "looking"));
        var two = sheet(receives(yes("mirror", only("short"))), gives(no("mirror")), row("looking", "eye-contact"));
        var overlap = OverlapRule.of(one, two);
        assertThat(things(SharedPage.of(overlap, Role.ONE, texts)))
                .extracting(SharedPage.Thing::name, SharedPage.Thing::onlyWith)
                .containsExactly(tuple("You lead, your partner copies", onlyWith()));
        assertThat(things(SharedPage.of(overlap, Role.TWO, texts)))
                .extracting(SharedPage.Thing::name, SharedPage.Thing::onlyWith)
                .containsExactly(tuple("Your partner leads, you copy", onlyWith()));
    }

    @Test
    void what_the_rules_stand_against_is_something_to_talk_about() {
        var looks = sheet(yes("mirror"), row("looking", "looking"));
        var page = SharedPage.of(OverlapRule.of(looks, sheet(yes("mirror"), row("looking", "glances"))), ONE, texts);
        assertThat(page.likes()).isZero();
        assertThat(page.ruled()).singleElement().satisfies(group -> assertThat(group.things())
                .hasSize(2));
    }

    @Test
    void under_a_rule_that_stands_against_it_a_like_looks_like_a_talk() {
        var like = OverlapRule.of(sheet(yes("mirror")), sheet(yes("mirror")));
        var talk = OverlapRule.of(sheet(yes("mirror")), sheet(open("mirror")));
        assertThat(SharedPage.of(like, ONE, texts)).isEqualTo(SharedPage.of(talk, ONE, texts));
    }

    private Sheet sheet(Sheets.Said... said) {
        return Sheets.sheet(pack, said);
    }

    private Sheet loosened(Sheet sheet) {
        var next = sheet;
        for (var limit : pack.limits()) {
            next = row(limit.id().value(), limit.rows().getLast().id().value()).on(next);
        }
        return next;
    }

    private String onlyWith() {
        return pack.conditions().stream()
                .filter(condition ->
                        Set.of("slowly", "short").contains(condition.id().value()))
                .map(pack.words()::name)
                .collect(Collectors.joining(texts.get("list.comma")));
    }

    /** The reader's own page, whichever of the two the reader is. */
    private SharedPage page(Role reader, Sheet mine, Sheet theirs) {
        var overlap = reader == ONE ? OverlapRule.of(mine, theirs) : OverlapRule.of(theirs, mine);
        return SharedPage.of(overlap, reader, texts);
    }

    private Stream<Topic.Side> shared(Overlap overlap, Role reader) {
        return pack.sides().stream().filter(side -> overlap.shared(reader, side) != Shared.NOTHING);
    }

    private Set<String> lines(Moment... moments) {
        return Stream.of(moments)
                .flatMap(moment -> pack.scripts(moment).stream())
                .map(pack.words()::line)
                .collect(Collectors.toSet());
    }

    private Stream<String> words(Topic topic) {
        return Stream.concat(
                Stream.of(pack.words().name(topic), pack.words().help(topic)),
                topic.sides().stream().map(pack.words()::side));
    }

    private static Stream<SharedPage.Thing> things(SharedPage page) {
        return Stream.of(page.like(), page.talk(), page.ruled())
                .flatMap(List::stream)
                .flatMap(group -> group.things().stream());
    }

    private String named(Topic topic, Topic.Side side) {
        return (topic.directional() ? pack.words().name(topic) + ": " : "")
                + pack.words().side(side);
    }

    private static String named(SharedPage.Thing thing) {
        return thing.topic().map(topic -> topic + ": ").orElse("") + thing.name();
    }

    /** Every string on the page but the sections' titles, which are no topic's. */
    private static List<String> strings(SharedPage page) {
        var strings = new ArrayList<String>();
        things(page).forEach(thing -> {
            strings.add(thing.name());
            thing.topic().ifPresent(strings::add);
            strings.add(thing.onlyWith());
            strings.addAll(thing.lines());
        });
        page.rules().forEach(rule -> Collections.addAll(strings, rule.limit(), rule.rule()));
        page.words().forEach(entry -> Collections.addAll(strings, entry.name(), entry.what()));
        page.signals().forEach(entry -> Collections.addAll(strings, entry.name(), entry.what()));
        page.checkIns().forEach(lines -> strings.addAll(lines.lines()));
        strings.addAll(page.fixed());
        return strings;
    }

    /** Those of all that are said here, in their own order. A comma may belong to an item, so nothing is taken apart. */
    private String inOrder(String said, List<String> all) {
        var comma = texts.get("list.comma");
        return all.stream()
                .filter(item -> (comma + said + comma).contains(comma + item + comma))
                .collect(Collectors.joining(comma));
    }

    private static void assertOrder(List<String> all, List<String> some) {
        assertThat(all).containsAll(some);
        assertThat(some.stream().map(all::indexOf).toList()).isSorted();
    }
}
