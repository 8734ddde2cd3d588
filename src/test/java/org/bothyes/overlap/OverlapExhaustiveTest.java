// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.bothyes.overlap.Role.ONE;
import static org.bothyes.overlap.Role.TWO;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.bothyes.overlap.RuleTable.Answers;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.pack.TinyPack;
import org.junit.jupiter.api.Test;

/**
 * Every pair of sheets over a pack with one of each kind of thing.
 *
 * <p>Such a sheet has two halves: a <em>heart</em> (5 comforts on each of 3 sides, 1 condition, 3 settings: 2,000) and a
 * <em>frame</em> (2 limits with 2 rows or none, 1 item on each of 2 sides, 1 signal: 72). That makes 144,000 sheets and
 * two times ten to the tenth pairs, which is an hour. By the table the halves meet in one place only: whether any topic
 * is shared, a fact of the two hearts, decides whether the two frames count; what of the hearts is shared does not
 * depend on the frames. So every pair of hearts is tried, each pair with another pair of frames; and every pair of
 * frames with every pair of hearts that differ in what can be shared. In case the argument overlooks something, a
 * million pairs from the whole square come on top.
 */
class OverlapExhaustiveTest {

    private static final List<Comfort> TELLING = List.of(Comfort.NO, Comfort.OPEN, Comfort.YES);
    private static final List<Boolean> ON_OR_OFF = List.of(false, true);

    private final Pack pack = TinyPack.pack();
    private final List<Sheet> hearts = hearts(List.of(Comfort.values()), true);
    private final List<Sheet> frames = frames();

    /** What equal overlaps show is looked up once for each. */
    private final Map<Overlap, Both> looks = new HashMap<>();

    private record Both(Seen one, Seen two) {}

    /** A sheet by names too, so that taking it apart is not paid for with every pair. */
    private record Partner(Sheet sheet, Answers answers) {
        static Partner of(Sheet sheet) {
            return new Partner(sheet, Answers.of(sheet));
        }
    }

    @Test
    void every_pair_of_hearts_follows_the_table() {
        var partners = new Partner[hearts.size()][];
        // 72 frames over 2,000 hearts: 7 is prime to 72, so that the pairs of frames take turns too.
        for (int i = 0; i < hearts.size(); i++) {
            var heart = hearts.get(i);
            partners[i] = new Partner[] {
                Partner.of(framed(heart, frames.get(i * 7 % frames.size()))),
                Partner.of(framed(heart, frames.get((i * 11 + 5) % frames.size()))),
                Partner.of(framed(heart, frames.getLast()))
            };
        }
        for (int i = 0; i < hearts.size(); i++) {
            for (int j = i; j < hearts.size(); j++) {
                check(partners[i][(i + j) % 3], partners[j][(i + 2 * j) % 3]);
            }
        }
        assertThat(looks).hasSizeGreaterThan(500);
    }

    @Test
    void every_pair_of_frames_follows_the_table() {
        var telling = hearts(TELLING, false);
        var partners = telling.stream()
                .map(heart -> frames.stream()
                        .map(frame -> Partner.of(framed(heart, frame)))
                        .toList())
                .toList();
        for (int i = 0; i < partners.size(); i++) {
            for (int j = i; j < partners.size(); j++) {
                for (var first : partners.get(i)) {
                    for (var second : partners.get(j)) {
                        check(first, second);
                    }
                }
            }
        }
    }

    @Test
    void pairs_from_the_whole_square_follow_the_table() {
        var random = new Random(4);
        var some = random.ints(20_000, 0, hearts.size())
                .mapToObj(heart -> framed(hearts.get(heart), frames.get(random.nextInt(frames.size()))))
                .map(Partner::of)
                .toList();
        for (int i = 0; i < 1_000_000; i++) {
            check(some.get(random.nextInt(some.size())), some.get(random.nextInt(some.size())));
        }
    }

    @Test
    void for_one_partner_equal_overlaps_are_equal_bytes_and_show_the_same() {
        for (var partner : somePartners()) {
            var byTable = new HashMap<Seen, String>();
            var byBytes = new HashMap<String, Seen>();
            for (var heart : hearts) {
                for (var frame : frames) {
                    var other = framed(heart, frame);
                    var overlap = OverlapRule.of(partner.sheet, other);
                    var bytes = new String(overlap.write(), UTF_8);
                    var seen = byBytes.computeIfAbsent(bytes, text -> Seen.of(overlap, ONE));
                    var byWhatItShows = byTable.putIfAbsent(seen, bytes);
                    if (byWhatItShows != null && !byWhatItShows.equals(bytes)) {
                        fail("stored apart, shown alike:\n" + byWhatItShows + "\n\n" + bytes);
                    }
                }
            }
            assertThat(byTable).hasSameSizeAs(byBytes);
        }
    }

    @Test
    void for_one_partner_what_the_table_calls_the_same_is_the_same() {
        for (var partner : somePartners()) {
            var groups = new HashMap<Seen, Overlap>();
            for (var heart : hearts) {
                for (var frame : frames) {
                    var other = Partner.of(framed(heart, frame));
                    var overlap = OverlapRule.of(partner.sheet, other.sheet);
                    var first = groups.putIfAbsent(RuleTable.seen(partner.answers, other.answers), overlap);
                    if (first != null && !(first.equals(overlap) && first.hashCode() == overlap.hashCode())) {
                        fail("the table calls these the same:\n" + text(first) + "\n\n" + text(overlap));
                    }
                }
            }
            assertThat(groups.values()).extracting(OverlapExhaustiveTest::text).doesNotHaveDuplicates();
        }
    }

    @Test
    void an_overlap_is_what_it_was_when_it_is_read_again() {
        for (int i = 0; i < hearts.size(); i++) {
            for (int j = 0; j < frames.size(); j++) {
                var one = framed(hearts.get(i), frames.get((i + j) % frames.size()));
                var two = framed(hearts.get((i * 13 + j) % hearts.size()), frames.get(j));
                var overlap = OverlapRule.of(one, two);
                looks.computeIfAbsent(overlap, this::looked);
            }
        }
        assertThat(looks.keySet()).allSatisfy(overlap -> {
            var again = Overlap.read(pack, overlap.write());
            assertThat(again).isEqualTo(overlap).hasSameHashCodeAs(overlap);
            assertThat(looked(again)).isEqualTo(looks.get(overlap));
            assertThat(again.write()).isEqualTo(overlap.write());
        });
    }

    /** Both ways round at once. */
    private void check(Partner one, Partner two) {
        var overlap = OverlapRule.of(one.sheet, two.sheet);
        var swapped = OverlapRule.of(two.sheet, one.sheet);
        var both = looks.computeIfAbsent(overlap, this::looked);
        var turned = looks.computeIfAbsent(swapped, this::looked);
        if (!both.one.equals(turned.two) || !both.two.equals(turned.one)) {
            fail("swapping the two changes what they see:\n" + text(one.sheet) + "\n\n" + text(two.sheet));
        }
        var expected = RuleTable.seen(one.answers, two.answers);
        if (!both.one.equals(expected)) {
            fail(text(one.sheet) + "\n\n" + text(two.sheet) + "\n\nwanted " + expected + "\n   got " + both.one);
        }
        var theirs = RuleTable.seen(two.answers, one.answers);
        if (!both.two.equals(theirs)) {
            fail(text(one.sheet) + "\n\n" + text(two.sheet) + "\n\nwanted " + theirs + "\n   got " + both.two);
        }
    }

    private Both looked(Overlap overlap) {
        return new Both(Seen.of(overlap, ONE), Seen.of(overlap, TWO));
    }

    /** One who says yes to everything and so could learn most; one who says nothing; and some between. */
    private List<Partner> somePartners() {
        var random = new Random(7);
        var some = new ArrayList<>(List.of(Sheet.fullest(pack), Sheet.blank(pack)));
        for (int i = 0; i < 5; i++) {
            some.add(framed(hearts.get(random.nextInt(hearts.size())), frames.get(random.nextInt(frames.size()))));
        }
        return some.stream().map(Partner::of).toList();
    }

    /** Every heart with these comforts; without {@code more} no condition is set and no setting left out. */
    private List<Sheet> hearts(List<Comfort> comforts, boolean more) {
        var hearts = List.of(Sheet.blank(pack));
        for (var side : pack.sides()) {
            hearts = each(hearts, comforts, (sheet, comfort) -> sheet.with(new Change.Answered(side, comfort)));
            for (var condition : pack.conditions()) {
                if (more && condition.fits(pack.topic(side.topic()))) {
                    hearts = each(
                            hearts, ON_OR_OFF, (sheet, on) -> sheet.with(new Change.Conditioned(side, condition, on)));
                }
            }
        }
        for (var setting : Setting.values()) {
            if (more) {
                hearts = each(hearts, ON_OR_OFF, (sheet, on) -> sheet.with(new Change.Pictured(setting, on)));
            }
        }
        return hearts;
    }

    /** Every frame around a blank heart; the last one is the loosest. */
    private List<Sheet> frames() {
        var frames = List.of(Sheet.blank(pack));
        for (var limit : pack.limits()) {
            frames = each(
                    frames,
                    List.of(-1, 0, 1),
                    (sheet, row) -> row < 0 ? sheet : sheet.with(new Change.Limited(limit, row)));
        }
        for (var choice : pack.choices()) {
            for (var side : choice.sides()) {
                for (var item : choice.items()) {
                    frames = each(frames, ON_OR_OFF, (sheet, on) -> sheet.with(new Change.Ticked(side, item, on)));
                }
            }
        }
        for (var signal : pack.signals()) {
            frames = each(frames, ON_OR_OFF, (sheet, on) -> sheet.with(new Change.Signalled(signal, on)));
        }
        return frames;
    }

    private static <T> List<Sheet> each(List<Sheet> sheets, List<T> values, BiFunction<Sheet, T, Sheet> with) {
        return sheets.stream()
                .flatMap(sheet -> values.stream().map(value -> with.apply(sheet, value)))
                .toList();
    }

    private Sheet framed(Sheet heart, Sheet frame) {
        var sheet = heart;
        for (var limit : pack.limits()) {
            var row = frame.row(limit);
            if (row.isPresent()) {
                sheet = sheet.with(new Change.Limited(limit, row.get()));
            }
        }
        for (var choice : pack.choices()) {
            for (var side : choice.sides()) {
                for (var item : choice.items()) {
                    sheet = sheet.with(new Change.Ticked(side, item, frame.has(side, item)));
                }
            }
        }
        for (var signal : pack.signals()) {
            sheet = sheet.with(new Change.Signalled(signal, frame.has(signal)));
        }
        return sheet;
    }

    private static String text(Sheet sheet) {
        return new String(sheet.write(), UTF_8);
    }

    private static String text(Overlap overlap) {
        return new String(overlap.write(), UTF_8);
    }
}
