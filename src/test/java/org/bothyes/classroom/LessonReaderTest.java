// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bothyes.overlap.Comfort;
import org.bothyes.pack.PackFault;
import org.bothyes.pack.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lesson is right in every point, or it is refused with the place and what to do. */
class LessonReaderTest {

    @Test
    void what_each_of_the_two_says_is_on_their_sheet() {
        var lesson = Written.lesson();
        var pack = lesson.pack();
        var show = pack.topic("show").orElseThrow();
        var a = lesson.a().sheet();
        for (var side : show.sides()) {
            assertThat(a.comfort(side)).isEqualTo(side.way() == Way.GIVE ? Comfort.YES : Comfort.LATER);
        }
        var light = pack.topic("soft-light").orElseThrow().sides().getFirst();
        assertThat(pack.conditions().stream().filter(each -> a.has(light, each)).map(each -> each.id()
                        .value()))
                .containsExactly("slowly");
        assertThat(a.row(pack.limit("filming").orElseThrow()))
                .hasValueSatisfying(row -> assertThat(row).isPositive());
        assertThat(lesson.b().sheet().row(pack.limit("filming").orElseThrow())).isEmpty();
        assertThat(pack.signals().stream().filter(a::has).map(signal -> signal.id()
                        .value()))
                .containsExactly("red");
        var picture = pack.choice("picture").orElseThrow();
        for (var side : picture.sides()) {
            assertThat(picture.items().stream()
                            .filter(item -> a.has(side, item))
                            .map(item -> item.value()))
                    .containsExactly("hands");
        }
        assertThat(lesson.steps().getLast().minutes()).containsExactly(6, 12, 25);
        assertThat(lesson.votes().getFirst().right()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            soft-light: yes             | soft-ligth: yes            | There is no topic “soft-ligth” here. Did you mean “soft-light”?
            darkness: no                | darkness: never            | There is no answer “never” here.
            darkness: no                | darkness: blank            | There is no answer “blank” here.
            filming: each-time          | filming: always            | There is no row “always” here.
            soft-light: [slowly]        | darkness: [slowly]         | A condition goes with a yes or an open
            soft-light: [slowly]        | soft-light: [slow]         | There is no condition “slow” here.
            aids: [cushions, water]     | aids: [cushions, wine]     | There is no thing to tick “wine” here.
            signals: [red]              | signals: [rad]             | There is no signal “rad” here.
            pack: guide                 | pack: giude                | There is no pack “giude” here. Did you mean “guide”?
            id: first                   | id: second                 | The lesson and its file have two names.
            minutes: [6, 12, 25]        | minutes: [6, 12, 24]       | The steps of the version of 45 minutes take 44.
            minutes: [6, 12, 25]        | minutes: [6, 12]           | A step needs three times.
            show: overlap               | show: overlapp             | “overlapp” is not known here. Did you mean “overlap”?
            right: 2                    | right: 3                   | has to be a whole number from 0 to 2.
            Thank you for staying       | Thank you!                 | holds an exclamation mark.
            closing:                    | clossing:                  | “clossing” does not belong here. Did you mean “closing”?
            """)
    void a_slip_is_named_with_its_line_and_what_to_do(String right, String wrong, String said) {
        assertThat(Written.LESSON).contains(right);
        assertThatExceptionOfType(PackFault.class)
                .isThrownBy(
                        () -> Written.read(Written.LESSON.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .withMessageContaining("classroom/first.yaml, line ")
                .withMessageContaining(said);
    }

    @Test
    void an_educator_adds_a_file_and_a_second_of_the_same_name_is_refused(@TempDir Path folder) throws IOException {
        var inside = Lessons.load(Written.PACKS, null).all().size();
        Files.writeString(folder.resolve("first.yaml"), Written.LESSON);
        Files.writeString(folder.resolve("notes.txt"), "not a lesson");
        var lessons = Lessons.load(Written.PACKS, folder);
        assertThat(lessons.all()).hasSize(inside + 1);
        assertThat(lessons.asked("first").title()).isEqualTo("A first talk");

        var known = Lessons.load(Written.PACKS, null).all().getFirst().id();
        Files.writeString(folder.resolve(known + ".yaml"), Written.LESSON.replace("id: first", "id: " + known));
        assertThatExceptionOfType(PackFault.class)
                .isThrownBy(() -> Lessons.load(Written.PACKS, folder))
                .withMessageContaining("There is already a lesson of this name.");
    }

    @Test
    void the_lesson_in_the_docs_is_this_one() throws IOException {
        assertThat(Path.of("docs/lessons.md")).content().contains(Written.LESSON);
    }
}
