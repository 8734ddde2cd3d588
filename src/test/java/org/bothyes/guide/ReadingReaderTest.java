// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page may say, and that nothing else gets through. */
class ReadingReaderTest {

    private static final String FRONT = """
            ---
            title: What it is: a page
            summary: About it.
            order: 3
            ---
            """;

    private static Reading read(String body) {
        return ReadingReader.read("guide/en/why.md", "why", FRONT + body);
    }

    @Test
    void a_page_has_what_its_front_matter_says() {
        var page = read("Hello.");
        assertThat(page.title()).isEqualTo("What it is: a page");
        assertThat(page.summary()).isEqualTo("About it.");
        assertThat(page.order()).isEqualTo(3);
        assertThat(page.opening().html()).isEqualTo("<p>Hello.</p>\n");
    }

    @Test
    void sections_and_their_parts_have_anchors_that_are_never_the_same() {
        var page = read("## It is fine\n\n### It is fine\n\nYes.\n\n## So what?\n\nNo.");
        assertThat(page.sections()).extracting(Reading.Section::id).containsExactly("it-is-fine", "so-what");
        var part = page.sections().getFirst().parts().getFirst();
        assertThat(part.id()).isEqualTo("it-is-fine-1");
        assertThat(part.prose().html()).isEqualTo("<p>Yes.</p>\n");
        assertThat(page.has("it-is-fine-1")).isTrue();
        assertThat(page.has("nothing")).isFalse();
    }

    @Test
    void what_names_the_source_marks_its_section_and_is_not_shown() {
        var page = read("## One\n\n<!-- from: what.is.seen why.no-goal -->\n\nText.\n\n## Two\n\nOurs.");
        var one = page.sections().getFirst().prose();
        assertThat(one.from()).containsExactlyInAnyOrder("what.is.seen", "why.no-goal");
        assertThat(one.html()).isEqualTo("<p>Text.</p>\n");
        assertThat(page.sections().getLast().prose().sourced()).isFalse();
        assertThat(page.sourced()).isTrue();
    }

    @Test
    void a_line_to_say_stands_in_quotation_marks_once() {
        assertThat(read("> May I *ask*?\n\n> “So.”").opening().html()).isEqualTo("""
                <blockquote>
                <p>“May I <em>ask</em>?”</p>
                </blockquote>
                <blockquote>
                <p>“So.”</p>
                </blockquote>
                """);
    }

    @Test
    void reading_takes_a_minute_for_two_hundred_words_and_never_none() {
        assertThat(read("word ".repeat(20)).minutes()).isEqualTo(1);
        assertThat(read("word ".repeat(590)).minutes()).isEqualTo(3);
    }

    @Test
    void three_sections_make_a_list_of_them_helpful() {
        assertThat(read("## A\n\n## B").listsItsSections()).isFalse();
        assertThat(read("## A\n\n## B\n\n## C").listsItsSections()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A <b>bold</b> word.            | line 6: There is HTML here
            <div>x</div>                   | line 6: There is HTML here
            <!-- a remark -->              | line 6: There is HTML here
            <!-- from: UPPER -->           | line 6: There is HTML here
            # A title                      | line 6: Headings have two or three signs
            #### Deep                      | line 6: Headings have two or three signs
            ### Before any other           | line 6: A heading with ### stands before any with ##
            ![A picture](/x.png)           | line 6: There is a picture here
            > <!-- from: what.is -->       | line 6: A comment stands inside of something
            """)
    void what_does_not_belong_on_a_page_is_told_with_its_line(String body, String said) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(GuideFault.class).hasMessageContaining("why.md, " + said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: A~summary: B               | It has no order
            title: A~order: 1                 | It has no summary
            summary: B~order: 1               | It has no title
            title: ~summary: B~order: 1       | It has no title
            title: A~summary: B~order: first  | Its order is not a whole number
            title: A~title: B                 | “title” stands there twice
            title: A~author: B                | “author: B” does not belong in the front matter
            """)
    void front_matter_is_whole_and_has_nothing_else(String front, String said) {
        var text = "---\n" + front.replace('~', '\n') + "\n---\nHello.";
        assertThatThrownBy(() -> ReadingReader.read("x.md", "x", text)).hasMessageContaining(said);
    }

    @Test
    void front_matter_begins_and_ends() {
        assertThatThrownBy(() -> ReadingReader.read("x.md", "x", "Hello.")).hasMessageContaining("does not begin");
        assertThatThrownBy(() -> ReadingReader.read("x.md", "x", "---\ntitle: A\n"))
                .hasMessageContaining("does not end");
    }

    @Test
    void a_link_that_leads_nowhere_stops_the_start() {
        for (var to :
                List.of("/guide/nowhere", "#nowhere", "/guide/why#nowhere", "https://example.org", "/c/", "why")) {
            var page = read("## Here\n\n[a link](" + to + ")");
            assertThatThrownBy(() -> new Guide(List.of(page), List.of()))
                    .as(to)
                    .hasMessageStartingWith("guide/en/why.md, line 8: The link “" + to + "” leads nowhere.");
        }
    }

    @Test
    void a_link_may_lead_to_any_page_and_heading_of_this_site() {
        for (var to : List.of("/guide/why", "/guide/why#here", "#here", "/help", "/scripts", "/guide", "/start")) {
            var page = read("## Here\n\n[a link](" + to + ")");
            assertThat(new Guide(List.of(page), List.of()).pages()).containsExactly(page);
        }
    }

    @Test
    void pages_stand_in_their_order_and_no_two_have_the_same() {
        var third = read("Third.");
        var first = ReadingReader.read("a.md", "a", FRONT.replace("order: 3", "order: 1"));
        var guide = new Guide(List.of(third, first), List.of());
        assertThat(guide.pages()).containsExactly(first, third);
        assertThat(guide.before(first)).isEmpty();
        assertThat(guide.after(first)).contains(third);
        assertThat(guide.after(third)).isEmpty();
        assertThatThrownBy(() -> new Guide(List.of(third, third), List.of())).hasMessageContaining("same order");
    }

    @Test
    void every_page_that_comes_along_is_right() {
        assertThat(Guide.load().pages()).isNotEmpty();
    }
}
