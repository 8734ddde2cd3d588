// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.bothyes.overlap.Sheets.gives;
import static org.bothyes.overlap.Sheets.later;
import static org.bothyes.overlap.Sheets.no;
import static org.bothyes.overlap.Sheets.only;
import static org.bothyes.overlap.Sheets.open;
import static org.bothyes.overlap.Sheets.picked;
import static org.bothyes.overlap.Sheets.pictured;
import static org.bothyes.overlap.Sheets.receives;
import static org.bothyes.overlap.Sheets.row;
import static org.bothyes.overlap.Sheets.ticked;
import static org.bothyes.overlap.Sheets.yes;
import static org.bothyes.pack.Setting.ROOM;
import static org.bothyes.pack.Setting.VOICE;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Id;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.TinyPack;
import org.bothyes.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    /** What a sealed box holds, less what stands beside the sheet in a draft, in bytes. */
    private static final int ROOM_FOR_A_SHEET = Vault.MOST - 256;

    private final Pack pack = PackLibrary.load(null).packs().getFirst();

    private final Sheet sheet = sheet(
            yes("music", only("slowly"), only("short")),
            no("darkness"),
            gives(open("mirror", only("covered"))),
            receives(later("mirror")),
            row("filming", "calm"),
            row("looking", "eye-contact"),
            ticked("aids", "towel", "water"),
            gives(ticked("word-kinds", "tender")),
            picked("palm", "wait"),
            pictured(ROOM, VOICE));

    @Test
    void it_says_what_was_said() {
        var mirror = pack.topic("mirror").orElseThrow().sides();
        assertThat(sheet.comfort(mirror.getFirst())).isEqualTo(Comfort.OPEN);
        assertThat(sheet.comfort(mirror.getLast())).isEqualTo(Comfort.LATER);
        assertThat(pack.conditions())
                .filteredOn(condition -> sheet.has(mirror.getFirst(), condition))
                .extracting(condition -> condition.id().value())
                .containsExactly("covered");
        assertThat(sheet.row(pack.limit("looking").orElseThrow())).contains(3);
        assertThat(sheet.row(pack.limit("touching").orElseThrow())).isEmpty();
        var aids = pack.choice("aids").orElseThrow();
        assertThat(aids.items())
                .filteredOn(item -> sheet.has(aids.sides().getFirst(), item))
                .extracting(Id::value)
                .containsExactly("water", "towel");
        assertThat(pack.signals())
                .filteredOn(signal -> sheet.has(signal))
                .extracting(signal -> signal.id().value())
                .containsExactly("palm", "wait");
        assertThat(sheet.pictures(pack.topic("music").orElseThrow())).isTrue();
        assertThat(sheet.pictures(pack.topic("video-call").orElseThrow())).isFalse();
        assertThat(sheet.asks(pack.limit("keeping").orElseThrow())).isTrue();
    }

    @Test
    void what_is_said_can_be_unsaid() {
        var side = pack.topic("music").orElseThrow().sides().getFirst();
        var slowly = pack.conditions().getFirst();
        var towel = new Id<Choice.Item>("towel");
        var aids = pack.choice("aids").orElseThrow().sides().getFirst();
        var unsaid = Sheet.blank(pack)
                .with(new Change.Conditioned(side, slowly, true))
                .with(new Change.Ticked(aids, towel, true))
                .with(new Change.Signalled(pack.signals().getLast(), true))
                .with(new Change.Pictured(ROOM, true))
                .with(new Change.Answered(side, Comfort.YES))
                .with(new Change.Conditioned(side, slowly, false))
                .with(new Change.Ticked(aids, towel, false))
                .with(new Change.Signalled(pack.signals().getLast(), false))
                .with(new Change.Pictured(ROOM, false))
                .with(new Change.Answered(side, Comfort.BLANK));
        assertThat(unsaid).isEqualTo(Sheet.blank(pack)).hasSameHashCodeAs(Sheet.blank(pack));
    }

    @Test
    void a_change_leaves_the_sheet_before_it_alone() {
        var before = sheet.write();
        sheet.with(new Change.Answered(pack.sides().getFirst(), Comfort.YES))
                .with(new Change.Conditioned(
                        pack.sides().getFirst(), pack.conditions().getFirst(), true))
                .with(new Change.Limited(pack.limits().getLast(), 1))
                .with(new Change.Ticked(pack.choiceSides().getFirst(), new Id<Choice.Item>("stand"), true));
        assertThat(sheet.write()).isEqualTo(before);
    }

    @Test
    void what_the_pack_does_not_offer_is_refused() {
        var darkness = pack.topic("darkness").orElseThrow().sides().getFirst();
        var lowLight = pack.conditions().stream()
                .filter(condition -> condition.id().value().equals("low-light"))
                .findFirst()
                .orElseThrow();
        var filming = pack.limit("filming").orElseThrow();
        var aids = pack.choice("aids").orElseThrow().sides().getFirst();
        for (var change : List.of(
                new Change.Conditioned(darkness, lowLight, true),
                new Change.Limited(filming, -1),
                new Change.Limited(filming, 3),
                new Change.Ticked(aids, new Id<Choice.Item>("tender"), true))) {
            assertThatIllegalArgumentException().isThrownBy(() -> sheet.with(change));
        }
    }

    // Written and read again

    @Test
    void it_is_the_same_when_it_is_read_again() {
        var dice = new Dice(pack, 1);
        var sheets = Stream.generate(dice::sheet).limit(1_000);
        assertThat(Stream.concat(sheets, Stream.of(sheet, Sheet.blank(pack), Sheet.fullest(pack))))
                .allSatisfy(each -> {
                    var again = Sheet.read(pack, each.write());
                    assertThat(again).isEqualTo(each).hasSameHashCodeAs(each);
                    assertThat(again.write()).isEqualTo(each.write());
                });
    }

    @Test
    void the_fullest_one_fits_into_a_draft() {
        assertThat(Sheet.fullest(pack).write()).hasSizeLessThanOrEqualTo(ROOM_FOR_A_SHEET);
    }

    @Test
    void none_is_fuller_than_the_fullest() {
        var dice = new Dice(pack, 2);
        var most = Sheet.fullest(pack).write().length;
        var otherRules = pack.limits().stream()
                .flatMap(limit -> IntStream.range(0, limit.rows().size())
                        .mapToObj(row -> Sheet.fullest(pack).with(new Change.Limited(limit, row))));
        assertThat(Stream.concat(Stream.generate(dice::sheet).limit(1_000), otherRules))
                .allSatisfy(each -> assertThat(each.write()).hasSizeLessThanOrEqualTo(most));
    }

    @Test
    void what_the_pack_no_longer_knows_is_passed_over() {
        var older = text(sheet)
                .replaceFirst("conditions ", "conditions long-gone ")
                .lines()
                .map(SheetTest::shiftedByOneCondition)
                .collect(Collectors.joining("\n"))
                .replaceFirst("(?m)^s ", "s whistle ")
                .replaceFirst("(?m)^in ", "in LETTERS ")
                .replaceFirst("(?m)^c aids/T ", "c aids/T hammock ");
        var more = "\nt moonlight/T 4 3\nt music/G 4 0\nl letters open\nl saving for-ever\nc hats/T top-hat";
        assertThat(Sheet.read(pack, (older + more).getBytes(UTF_8))).isEqualTo(sheet);
    }

    @Test
    void a_yes_with_a_condition_that_the_pack_no_longer_knows_is_none() {
        var tiny = TinyPack.pack();
        var older = "conditions long-gone\nt story/G 4 1\nt story/R 4 0\nl touching hands\ns \nin ";
        var side = tiny.sides().stream()
                .filter(each -> each.topic().value().equals("story"))
                .toList();
        var read = Sheet.read(tiny, older.getBytes(UTF_8));
        assertThat(side).extracting(read::comfort).containsExactly(Comfort.BLANK, Comfort.YES);
    }

    @Test
    void a_pack_in_another_order_reads_the_same() {
        var ids = pack.conditions().stream().map(c -> c.id().value()).toList();
        var lines = text(sheet).lines().map(SheetTest::turnedAround).toList();
        var turned = Stream.concat(
                        Stream.of("conditions " + String.join(" ", ids.reversed())),
                        lines.reversed().stream().filter(line -> !line.startsWith("conditions ")))
                .collect(Collectors.joining("\n"));
        assertThat(Sheet.read(pack, turned.getBytes(UTF_8))).isEqualTo(sheet);
    }

    @Test
    void what_the_pack_has_learned_since_is_not_answered() {
        var tiny = TinyPack.pack();
        var older = "conditions \nt story/G 4 0\nl touching hands\ns \nin ";
        var read = Sheet.read(tiny, older.getBytes(UTF_8));
        assertThat(read).isEqualTo(Sheets.sheet(tiny, gives(yes("story")), row("touching", "hands")));
    }

    // Not written by us

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "canary",
                "canary 1 2",
                "conditions slowly\ncanary",
                "conditions a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g",
                "t",
                "t music/T",
                "t music/T 4",
                "t music/T canary 0",
                "t music/T 4 canary",
                "t music/T 4777 0",
                "t music/T 5 0",
                "t music/T 47 0",
                "t music/T -1 0",
                "t music/T 4 -1",
                "t music/T 4 123456789abc",
                "l",
                "l filming",
                "c",
                "c\u0000anary"
            })
    void what_is_no_sheet_is_refused_without_repeating_it(String text) {
        var thrown = catchThrowable(() -> Sheet.read(pack, text.getBytes(UTF_8)));
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        assertThat(thrown).hasNoCause().hasMessage("not a sheet of ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t music/T 3 0", "t music/T 4 0", "t music/T -1 0", "t music/T canary 0"})
    void what_is_no_overlap_is_refused_without_repeating_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overlap.read(pack, text.getBytes(UTF_8)))
                .withMessage("not a sheet of ours")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void whatever_happens_to_the_bytes_they_are_read_or_refused_without_repeating_them(long seed) {
        var random = new Random(seed);
        var dice = new Dice(pack, seed);
        for (int i = 0; i < 1_000; i++) {
            var bytes = damaged(dice.sheet().write(), random);
            try {
                var read = Sheet.read(pack, bytes);
                assertThat(OverlapRule.of(read, read)).hasToString("[redacted]");
                assertThat(pack.sides())
                        .allSatisfy(side -> assertThat(read.comfort(side)).isNotNull());
                assertThat(Sheet.read(pack, read.write())).isEqualTo(read);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessage("not a sheet of ours").hasNoCause();
            }
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var damaged = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
            var at = random.nextInt(damaged.length);
            damaged[at] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "0479 \n-atlcs/f".charAt(random.nextInt(14)));
        }
        return damaged;
    }

    /** A topic's line as a pack would have written it that had one condition more, before all others. */
    private static String shiftedByOneCondition(String line) {
        var words = line.split(" ", -1);
        return line.startsWith("t ")
                ? "t " + words[1] + " " + words[2] + " "
                        + Integer.toHexString(Integer.parseUnsignedInt(words[3], 16) << 1)
                : line;
    }

    /** A topic's line as a pack would have written it that had its fourteen conditions the other way round. */
    private static String turnedAround(String line) {
        var words = line.split(" ", -1);
        return line.startsWith("t ")
                ? "t " + words[1] + " " + words[2] + " "
                        + Integer.toHexString(Integer.reverse(Integer.parseUnsignedInt(words[3], 16)) >>> (32 - 14))
                : line;
    }

    private static String text(Sheet sheet) {
        return new String(sheet.write(), UTF_8);
    }

    private Sheet sheet(Sheets.Said... said) {
        return Sheets.sheet(pack, said);
    }
}
