// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackReaderTest {

    private static final String STORY = "{id: story, in: [room, voice], directional: true}";
    private static final String QUIET = "{id: quiet, narrows: sound, in: [room, voice], not_for: [story]}";
    private static final String RED = "{id: red, means: stop, in: [room, video, voice]}";

    @Nested
    class A_right_pack {

        private final Pack pack = TinyPack.pack();

        @Test
        void has_everything_in_the_order_of_the_file() {
            assertThat(pack.id().value()).isEqualTo("tiny");
            assertThat(pack.topics()).extracting(topic -> topic.id().value()).containsExactly("side-by-side", "story");
            assertThat(pack.limits()).extracting(limit -> limit.id().value()).containsExactly("filming", "touching");
            assertThat(pack.scripts(Script.Moment.RAISE))
                    .extracting(Script::soft)
                    .containsExactly(false, true);
            assertThat(pack.sections())
                    .singleElement()
                    .extracting(Section::minutes)
                    .isEqualTo(2);
        }

        @Test
        void numbers_sides_and_mirrors_across_topics_and_choices() {
            assertThat(pack.sides()).extracting(Topic.Side::way).containsExactly(Way.TOGETHER, Way.GIVE, Way.RECEIVE);
            assertThat(pack.sides()).extracting(Topic.Side::index).containsExactly(0, 1, 2);
            assertThat(pack.sides()).extracting(Topic.Side::mirror).containsExactly(0, 2, 1);
            assertThat(pack.choiceSides()).extracting(Choice.Side::way).containsExactly(Way.GIVE, Way.RECEIVE);
            assertThat(pack.choiceSides()).extracting(Choice.Side::mirror).containsExactly(1, 0);
        }

        @Test
        void lets_every_row_permit_what_the_row_above_permits() {
            var structure =
                    structure("[holding-hands]}", "[holding-hands]}\n      - {id: arms, adds: [hugging, leaning]}");
            var wording = TinyPack.wording()
                    .replace("hands: {label: Holding hands}", "hands: {label: Hands}\n      arms: {label: Arms}")
                    .replace("hands: Holding hands is fine", "hands: Hands\n      arms: Arms");
            assertThat(TinyPack.read(structure.text(), wording)
                            .limits()
                            .getLast()
                            .rows())
                    .extracting(Limit.Row::permits)
                    .containsExactly(Set.of(), Set.of("holding-hands"), Set.of("holding-hands", "hugging", "leaning"));
        }

        @Test
        void knows_which_limits_depend_on_others_and_what_a_topic_needs() {
            assertThat(pack.limits().getFirst().onlyWith()).containsExactly(new Id<>("touching"));
            assertThat(pack.topics().getFirst().needs()).contains(new Topic.Need(new Id<>("touching"), 1));
            assertThat(pack.topics().getLast().needs()).isEmpty();
        }

        @Test
        void knows_what_belongs_on_the_card_for_a_call() {
            assertThat(pack.limits()).noneMatch(Limit::call);
            var called = TinyPack.read(
                    TinyPack.structure()
                            .replace("only_with: [touching]", "only_with: [touching]\n    call: true")
                            .replace("sides: true", "sides: true, call: true")
                            .replace("id: passing-on", "id: passing-on, call: true"),
                    TinyPack.wording());
            assertThat(called.limits()).extracting(Limit::call).containsExactly(true, false);
            assertThat(called.choices()).allMatch(Choice::call);
            assertThat(called.fixed()).allMatch(Fixed::call);
        }

        @Test
        void fits_conditions_to_topics() {
            var condition = pack.conditions().getFirst();
            assertThat(pack.topics())
                    .filteredOn(condition::fits)
                    .containsExactly(pack.topics().getFirst());
        }

        @Test
        void fits_a_condition_without_settings_everywhere() {
            var structure = structure("sound, in: [room, voice],", "sound,");
            assertThat(TinyPack.read(structure.text(), TinyPack.wording()).conditions())
                    .singleElement()
                    .extracting(Condition::in)
                    .isEqualTo(Set.of(Setting.values()));
        }

        @Test
        void words_every_thing() {
            var words = pack.words();
            assertThat(words.title()).isEqualTo("A tiny pack");
            assertThat(words.side(pack.sides().get(2))).isEqualTo("Your partner tells one");
            assertThat(words.item(pack.choices().getFirst(), new Id<>("tender")))
                    .isEqualTo("tender");
            var filming = pack.limits().getFirst();
            assertThat(filming.rows())
                    .extracting(row -> words.detail(filming, row))
                    .containsExactly(Optional.of("and not to be asked"), Optional.empty());
            assertThat(words.rule(filming, filming.rows().getLast())).isEqualTo("Ask before each film");
            assertThat(words.line(pack.scripts().getFirst())).isEqualTo("Shall we talk about something?");
        }

        @Test
        void may_start_with_a_byte_order_mark_and_end_its_lines_as_windows_does() {
            var structure = "\uFEFF" + TinyPack.structure().replace("\n", "\r\n");
            assertThat(TinyPack.read(structure, TinyPack.wording()).topics()).hasSize(2);
        }

        @Test
        void may_leave_kinds_empty_and_out_of_the_words() {
            var structure = TinyPack.structure()
                    .replace("conditions:\n  - " + QUIET, "conditions: []")
                    .replace("signals:\n  - " + RED, "signals: []");
            var wording = TinyPack.wording()
                    .replace("conditions:\n  quiet: Only quietly\n", "")
                    .replace("signals:\n  red: 'The word \"red\"'", "signals: {}");
            assertThat(TinyPack.read(structure, wording).conditions()).isEmpty();
        }
    }

    @Nested
    class The_example_in_the_documentation {

        private final List<String> files = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(documentation())
                .results()
                .map(result -> result.group(1))
                .toList();

        @Test
        void is_a_right_pack() {
            assertThat(read(files.getFirst()).topics()).hasSize(2);
        }

        @Test
        void has_the_fault_that_is_shown() {
            assertThatExceptionOfType(PackFault.class)
                    .isThrownBy(() -> read(files.getFirst().replace("{touching: hands}", "{touching: hand}")))
                    .satisfies(fault -> assertThat(documentation()).contains("    " + fault.getMessage() + "\n"));
        }

        private Pack read(String structure) {
            return PackReader.read(
                    "talk",
                    new YamlFile("/srv/packs/talk/pack.yaml", structure.getBytes(StandardCharsets.UTF_8)),
                    new YamlFile(
                            "/srv/packs/talk/words_en.yaml", files.getLast().getBytes(StandardCharsets.UTF_8)));
        }

        private static String documentation() {
            try {
                return Files.readString(Path.of("docs/packs.md"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class The_file_itself {

        @Test
        void is_refused_by_its_size_before_anything_else() {
            var large = "[".repeat(YamlFile.LARGEST + 1);
            refused(large, TinyPack.wording(), "packs/tiny/pack.yaml: ", "larger than 256 KiB", "split it");
            refused(TinyPack.structure(), large, "packs/tiny/words_en.yaml: ", "larger than 256 KiB");
        }

        @Test
        void may_be_as_large_as_the_largest() {
            var padded = TinyPack.structure()
                    + "#".repeat(YamlFile.LARGEST - TinyPack.structure().length());
            assertThat(TinyPack.read(padded, TinyPack.wording()).id().value()).isEqualTo("tiny");
        }

        @Test
        void is_refused_if_it_is_not_utf_8() {
            var bytes =
                    TinyPack.structure().replace("id: tiny", "id: tin\u00e9").getBytes(StandardCharsets.ISO_8859_1);
            assertThatExceptionOfType(PackFault.class)
                    .isThrownBy(() -> TinyPack.read(bytes, TinyPack.wording().getBytes(StandardCharsets.UTF_8)))
                    .withMessageContainingAll("packs/tiny/pack.yaml, line 3: ", "not UTF-8", "Save the file");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "# nothing", " \n\n"})
        void is_refused_if_it_is_empty(String text) {
            refused(text, TinyPack.wording(), "packs/tiny/pack.yaml", "empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"- a", "text", "12"})
        void is_refused_if_it_is_not_a_map(String text) {
            refused(
                    text,
                    TinyPack.wording(),
                    "packs/tiny/pack.yaml, line 1: ",
                    "The file has to be a map",
                    "key: value");
        }

        @Test
        void is_refused_if_it_is_not_yaml() {
            structure("minutes: 2", "minutes: [2").isRefusedAt("topics:", "not well-formed YAML", "the line above");
        }

        @Test
        void is_refused_with_invisible_characters() {
            structure("id: tiny", "id: ti\u0007ny").isRefusedAt("ny", "invisible control character", "type it anew");
        }

        @Test
        void is_refused_with_a_second_document() {
            structure("limits:", "---\nlimits:").isRefusedAt("---", "second document", "three hyphens");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"&a 2 | anchor", "*a | alias", "!!int 2 | tag", "! 2 | tag"})
        void is_refused_with_anchors_aliases_and_tags(String value, String word) {
            structure("minutes: 2", "minutes: " + value).isRefusedAt("minutes:", word, "double quotes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"topics: &a", "topics: !!seq", "topics: !own"})
        void is_refused_with_anchors_and_tags_on_lists(String topics) {
            structure("topics:", topics).isRefusedAt(topics, "not used here");
        }

        @Test
        void is_refused_with_a_merge_key() {
            structure("{id: safe}", "{<<: {id: safe}}").isRefusedAt("<<", "merging", "in full");
        }

        @ParameterizedTest
        @CsvSource({"[, ]", "{a: , }"})
        void is_refused_if_it_is_nested_too_deeply(String open, String close) {
            structure("minutes: 2", "minutes: " + open.repeat(5_000) + close.repeat(5_000))
                    .isRefusedAt("minutes", "nested too deeply", "brackets");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "%YAML 99999999999999999999.1\n---\na: b",
                    "a: \"\\UFFFFFFFF\"",
                    "a: \"\\U00110000\"",
                    "a: \"\\xZZ\"",
                    "? [a]\n: b",
                    "? {a: b}\n: c",
                    ": a",
                    "a: !<%ff%fe> b",
                    "%TAG ! tag:x,2000:\n---\na: !b c",
                    "%",
                    "a: |99999999999999999\n b"
                })
        void is_refused_with_a_reason_whatever_strange_yaml_it_holds(String text) {
            refused(text, TinyPack.wording(), "packs/tiny/pack.yaml");
        }
    }

    @Nested
    class Keys_and_values {

        @Test
        void another_format_is_refused_before_its_keys_are_looked_at() {
            structure("format: 1", "format: 2\nmood: calm").isRefusedAt("format", "“format” has to be 1");
        }

        @Test
        void the_id_has_to_be_the_name_of_the_folder() {
            structure("id: tiny", "id: small").isRefusedAt("id: small", "“small”", "“tiny”", "the same name");
        }

        @Test
        void a_double_key_is_refused() {
            structure("minutes: 2", "minutes: 2\n    minutes: 3")
                    .isRefusedAt("minutes: 3", "“minutes” stands here twice");
        }

        @Test
        void an_unknown_key_is_refused_and_the_nearest_one_suggested() {
            structure(STORY, "{id: story, in: [room], directionl: true}")
                    .isRefusedAt("story", "“directionl” does not belong here", "Did you mean “directional”?");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sections", "limits", "conditions", "signals", "ready", "fixed", "scripts", "format"})
        void a_missing_key_is_refused(String key) {
            var text = TinyPack.structure().replaceAll("(?m)^" + key + ":.*\\n( .*\\n)*", "");
            refused(
                    text,
                    TinyPack.wording(),
                    "packs/tiny/pack.yaml, line 2: ",
                    "“" + key + "” is missing",
                    "Add “" + key + ": …”");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "minutes: 2; minutes: two; a whole number from 1 to 30",
                    "minutes: 2; minutes: 0; a whole number from 1 to 30",
                    "minutes: 2; minutes: 31; a whole number from 1 to 30",
                    "minutes: 2; minutes: 02; a whole number from 1 to 30",
                    "minutes: 2; minutes: 1_0; a whole number from 1 to 30",
                    "minutes: 2; minutes: [2]; a whole number from 1 to 30",
                    "minutes: 2; minutes: 99999999999; a whole number from 1 to 30",
                    "core: true; core: \"true\"; has to be true or false",
                    "core: true; core: yes; has to be true or false",
                    "core: true; core: {a: b}; has to be true or false",
                    "core: true; core:; has to be true or false",
                    "id: story; id: 12; does not read “12” as text",
                    "id: story; id: no; double quotes",
                    "id: story; id: ~; “id” is empty",
                    "id: story; id: [story]; has to be a single text",
                    "{id: safe}; safe; has to be a map",
                    "items: [tender]; items: tender; has to be a list",
                    "items: [tender]; items: []; empty list"
                })
        void a_value_of_the_wrong_kind_is_refused(String old, String changed, String words) {
            structure(old, changed).isRefusedAt(changed, words);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Story", "my story", "über", "-story", "1st", "a.b", "a_b"})
        void an_id_is_lower_case_letters_digits_and_hyphens(String id) {
            structure("id: story", "id: " + id).isRefusedAt("id: " + id, "“" + id + "” is not an id", "soft-light");
        }

        @Test
        void an_id_has_at_most_forty_characters() {
            var id = "a".repeat(41);
            structure("id: story", "id: " + id).isRefusedAt(id, "at most 40 characters");
        }

        @Test
        void a_source_that_is_no_id_of_the_guide_is_refused() {
            structure("[do.inperson.side-by-side]", "[Do what]").isRefusedAt("Do what", "not an id of the guide");
        }
    }

    @Nested
    class Ids_and_references {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{id: story, | {id: side-by-side, | topic",
                    "- id: touching | - id: filming | limit",
                    "{id: hands, | {id: none, | row of “touching”",
                    "[tender] | [tender, tender] | item of “word-kinds”",
                    "{id: after, | {id: left, | script"
                })
        void an_id_that_is_taken_is_refused(String old, String changed, String kind) {
            structure(old, changed).isRefusedAtLast(changed, "Another " + kind + " has the id", "another id");
        }

        @ParameterizedTest
        @CsvSource({"quiet, narrows, condition", "red, means, signal"})
        void two_conditions_or_signals_with_one_id_are_refused(String id, String key, String kind) {
            var entry = kind.equals("signal") ? RED : QUIET;
            var second = entry.replace("narrows: sound", "narrows: pace");
            structure(entry, entry + "\n  - " + second)
                    .isRefusedAtLast(key, "Another " + kind + " has the id “" + id + "” already");
        }

        @Test
        void a_section_that_is_there_already_is_refused() {
            structure("limits:\n", "  - {id: evening, minutes: 1, topics: [{id: more, in: [room]}]}\nlimits:\n")
                    .isRefusedAtLast("id: evening", "Another section has the id “evening” already");
        }

        @ParameterizedTest
        @CsvSource({"{id: safe}, readiness question", "{id: passing-on}, fixed point"})
        void two_readiness_questions_or_fixed_points_with_one_id_are_refused(String entry, String kind) {
            structure(entry, entry + "\n  - " + entry).isRefusedAtLast(entry, "Another " + kind + " has the id");
        }

        @Test
        void a_topic_named_like_a_limit_is_refused() {
            structure("id: story", "id: filming").isRefusedAt("id: filming", "already a limit “filming”", "another id");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "needs: {touching: | needs: {touchin: | no limit “touchin” | Did you mean “touching”?",
                    "needs: {touching: hands} | needs: {touching: hand} | no row “hand” | Did you mean “hands”?",
                    "only_with: [touching] | only_with: [screens] | no limit “screens” | Check the spelling",
                    "not_for: [story] | not_for: [stroy] | no topic “stroy” | Did you mean “story”?",
                    "ties: [story, touching] | ties: [story, touch] | no topic or limit “touch” | Check the spelling",
                    "in: [room, voice], dir | in: [room, vioce], dir | “vioce” is not known | room, video, voice",
                    "means: stop | means: halt | “halt” is not known | stop, pause, slow, well",
                    "moment: before-call | moment: before_call | “before_call” | Did you mean “before-call”?"
                })
        void a_reference_to_something_unknown_is_refused(String old, String changed, String what, String remedy) {
            structure(old, changed).isRefusedAt(changed, what, remedy);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "in: [room, voice], dir | in: [room, room], dir | room",
                    "only_with: [touching] | only_with: [touching, touching] | touching",
                    "not_for: [story] | not_for: [story, story] | story",
                    "ties: [story, touching] | ties: [story, story] | story"
                })
        void a_reference_that_stands_twice_in_a_list_is_refused(String old, String changed, String twice) {
            structure(old, changed).isRefusedAt(changed, "“" + twice + "” stands here twice");
        }

        @Test
        void a_topic_has_at_least_one_setting() {
            structure("in: [room, voice], dir", "in: [], dir").isRefusedAt("in: []", "empty list");
        }
    }

    @Nested
    class Limits_and_what_rests_on_them {

        @Test
        void needing_the_first_row_is_refused() {
            structure("{touching: hands}", "{touching: none}")
                    .isRefusedAt("touching: none", "needing nothing", "later row");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{touching: hands, filming: each-time}"})
        void a_topic_needs_one_row_of_one_limit(String needs) {
            structure("{touching: hands}", needs).isRefusedAt(needs, "exactly one", "Keep one");
        }

        @Test
        void a_limit_with_one_row_is_refused() {
            structure("\n      - {id: each-time, adds: [ask-each-time]}", "")
                    .isRefusedAt("- {id: never}", "only one row", "at least two");
        }

        @Test
        void a_first_row_that_adds_something_is_refused() {
            structure("{id: none}", "{id: none, adds: [looking]}")
                    .isRefusedAt("{id: none", "adds nothing", "Take its “adds” away");
        }

        @Test
        void a_later_row_that_adds_nothing_is_refused() {
            structure("{id: hands, adds: [holding-hands]}", "{id: hands}")
                    .isRefusedAt("{id: hands}", "nothing more", "Add “adds");
            structure("adds: [holding-hands]", "adds: []").isRefusedAt("adds: []", "empty list");
        }

        @Test
        void a_row_that_adds_what_a_row_above_permits_is_refused() {
            structure("[holding-hands]}", "[holding-hands]}\n      - {id: arms, adds: [hugging, holding-hands]}")
                    .isRefusedAt("id: arms", "already permitted by a row above", "in addition");
        }

        @ParameterizedTest
        @ValueSource(strings = {"keep", "film-freely", "may-ask"})
        void a_standing_permission_to_record_is_refused(String permission) {
            structure("[ask-each-time]", "[" + permission + "]")
                    .isRefusedAt(permission, "standing permission to record", "asked for each time");
        }

        @Test
        void a_limit_that_depends_on_itself_is_refused() {
            structure("only_with: [touching]", "only_with: [filming]")
                    .isRefusedAt("only_with", "cannot depend on itself");
        }

        @Test
        void a_limit_that_depends_on_a_dependent_one_is_refused() {
            structure("- id: touching", "- id: touching\n    only_with: [filming]")
                    .isRefusedAt("only_with: [touching]", "“touching” depends on another limit itself");
        }
    }

    @Nested
    class Sections_conditions_and_scripts {

        @Test
        void a_pack_without_a_short_round_is_refused() {
            structure("core: true", "core: false").isRefusedAt("- id: evening", "short round", "core: true");
        }

        @Test
        void two_conditions_that_narrow_the_same_are_refused() {
            structure(QUIET, QUIET + "\n  - {id: loud, narrows: sound}")
                    .isRefusedAt("id: loud", "narrows “sound” already", "contradict");
        }

        @Test
        void a_condition_that_fits_no_topic_is_refused() {
            structure("not_for: [story]", "not_for: [story, side-by-side]")
                    .isRefusedAt("id: quiet, n", "fits no topic");
            structure("in: [room, voice], not_for", "in: [video], not_for")
                    .isRefusedAt("id: quiet, n", "fits no topic");
        }

        @Test
        void thirty_three_conditions_signals_or_items_are_too_many() {
            structure(QUIET, many("{id: c%s, narrows: n%s}")).isRefusedAt("{id: c33", "more than 32");
            structure(RED, many("{id: s%s, means: stop, in: [room]}")).isRefusedAt("{id: s33", "more than 32");
            var items = IntStream.rangeClosed(1, 33).mapToObj(i -> "i" + i).collect(Collectors.joining(", "));
            structure("[tender]", "[" + items + "]").isRefusedAt("i33", "more than 32");
        }

        @ParameterizedTest
        @EnumSource(value = Script.Moment.class, mode = EnumSource.Mode.EXCLUDE, names = "RAISE")
        void a_moment_without_a_script_is_refused(Script.Moment moment) {
            var name = YamlValue.written(moment);
            var text = TinyPack.structure().replaceAll(".*moment: " + name + ",.*\n", "");
            refused(
                    text,
                    TinyPack.wording(),
                    "packs/tiny/pack.yaml",
                    "No script belongs to the moment “" + name + "”",
                    "plain");
        }

        @Test
        void a_moment_that_begins_softly_is_refused() {
            structure("moment: stop, soft: false", "moment: stop, soft: true")
                    .isRefusedAt("moment: stop", "first script of the moment “stop” is a soft one", "plain one above");
        }

        @Test
        void a_plain_script_below_a_soft_one_is_refused() {
            structure(
                            "{id: reason, moment: reasons",
                            "{id: late, moment: raise, soft: false, ties: []}\n  - {id: reason, moment: reasons")
                    .isRefusedAt("id: late", "moment “raise” stands below a soft one", "Move it up");
        }

        private String many(String entry) {
            return IntStream.rangeClosed(1, 33)
                    .mapToObj(i -> entry.replace("%s", "" + i))
                    .collect(Collectors.joining("\n  - "));
        }
    }

    @Nested
    class The_words {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "title: A tiny pack | '' | title | about",
                    ", open: Two things and a few words. | '' | open | evening",
                    ", help: Near each other. | '' | help | side-by-side",
                    ", receive: Your partner tells one | '' | receive | story",
                    ", items: {tender: tender} | '' | items | word-kinds",
                    "{tender: tender} | {} | tender | word-kinds",
                    "none: {label: No touching} | '' | none | hands: {",
                    "label: No touching | '' | label | none: {}",
                    "none: No touching | '' | none | hands: H",
                    "quiet: Only quietly | other: Only quietly | does not belong | other: Only",
                    "  stop: Stop. | '' | stop | may-i:"
                })
        void a_missing_text_is_refused(String old, String changed, String key, String at) {
            wording(old, changed).isRefusedAt(at, key);
        }

        @ParameterizedTest
        @ValueSource(strings = {"topics", "limits", "conditions", "signals", "ready", "fixed", "scripts", "choices"})
        void a_missing_kind_is_refused(String kind) {
            var text = TinyPack.wording().replaceAll("(?m)^" + kind + ":.*\\n( .*\\n)*", "");
            refused(TinyPack.structure(), text, "packs/tiny/words_en.yaml, line 1: ", "“" + kind + "” is missing");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "help: Near each other. | help: Near., give: One | give",
                    "title: A tiny pack | title: A tiny pack\\nmood: calm | mood",
                    "detail: and not | detial: and not | detial",
                    "stop: Stop. | stop: Stop.\\n  halt: Halt. | halt",
                    "{tender: tender} | {tender: tender, rude: rude} | rude"
                })
        void a_text_too_many_is_refused(String old, String changed, String key) {
            wording(old, changed.replace("\\n", "\n")).isRefusedAt(key + ":", "“" + key + "” does not belong here");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "stop: ' ' | “stop” is empty | Write a text",
                    "stop: | “stop” is empty | Write something",
                    "stop: 'Stop. ' | begins or ends with a space | Take the space away",
                    "stop: Stop! | exclamation mark | calmly",
                    "stop: \"Stop\\nnow.\" | line break or another control character | on one line",
                    "stop: \"Stop\\u2028now.\" | control character | on one line",
                    "stop: {a: b} | single text | double quotes",
                    "stop: [a] | single text | double quotes",
                    "stop: 12 | as text | double quotes"
                })
        void a_text_is_one_calm_trimmed_line(String changed, String what, String remedy) {
            wording("stop: Stop.", changed.replace("''", "'")).isRefusedAt("stop:", what, remedy);
        }

        @Test
        void a_text_has_at_most_four_hundred_characters() {
            var longest = "🙂".repeat(400);
            var structure = TinyPack.structure();
            assertThat(TinyPack.read(structure, wording("Stop.", longest).text())
                            .id()
                            .value())
                    .isEqualTo("tiny");
            wording("Stop.", longest + "a").isRefusedAt("stop:", "longer than 400 characters", "Shorten it");
        }

        @Test
        void a_path_cannot_be_forged_with_dots() {
            wording("  side-by-side: {name: Side by side, help: Near each other.}", "  side-by-side.name: Side by side")
                    .isRefusedAt("side-by-side.name", "does not belong here");
        }
    }

    private static Changed structure(String old, String changed) {
        return new Changed("pack.yaml", replaced(TinyPack.structure(), old, changed));
    }

    private static Changed wording(String old, String changed) {
        return new Changed("words_en.yaml", replaced(TinyPack.wording(), old, changed));
    }

    private static String replaced(String text, String old, String changed) {
        assertThat(text).contains(old);
        return text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(changed));
    }

    private static void refused(String structure, String wording, String... words) {
        assertThatExceptionOfType(PackFault.class)
                .isThrownBy(() -> TinyPack.read(structure, wording))
                .withMessageContainingAll(words);
    }

    /** One of the tiny pack's files with something changed, while the other is as it should be. */
    private record Changed(String file, String text) {

        /** Asserts that the fault names this file, the first line that holds this part, and these words. */
        void isRefusedAt(String part, String... words) {
            isRefusedAt(text.indexOf(part), words);
        }

        /** The same with the last line that holds this part. */
        void isRefusedAtLast(String part, String... words) {
            isRefusedAt(text.lastIndexOf(part), words);
        }

        private void isRefusedAt(int position, String... words) {
            assertThat(position).as("the part that was looked for").isNotNegative();
            var line = 1
                    + text.substring(0, position).chars().filter(c -> c == '\n').count();
            var structure = file.equals("pack.yaml") ? text : TinyPack.structure();
            var wording = file.equals("pack.yaml") ? TinyPack.wording() : text;
            refused(structure, wording, "packs/tiny/" + file + ", line " + line + ": ");
            refused(structure, wording, words);
        }
    }
}
