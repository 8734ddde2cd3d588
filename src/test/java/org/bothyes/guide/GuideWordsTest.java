// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** The pages of the guide, and the few beside it: each thing the guide says is there, and each sounds like us. */
class GuideWordsTest {

    private static final Path GUIDE = Path.of("src/main/resources/guide/en");
    private static final Path PAGES = Path.of("src/main/resources/pages/en");
    private static final Path INVENTORY = Path.of("src/test/resources/guide/inventory.tsv");
    /** The kinds of rows that the pages have to say; the others are asked by the pack. */
    private static final Set<String> SAID = Set.of("fact", "principle", "rule", "myth", "faq", "pointer");

    private static final Set<String> OTHER_PAGES =
            Set.of("/help", "/about", "/scripts", "/say", "/questions", "/start", "/privacy", "/reminder.ics");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\ntitle: ([^\n]+)\nsummary: ([^\n]+\\.)\norder: (\\d+)\n---\n");
    private static final Pattern MARK = Pattern.compile("<!-- from:((?: [a-z.-]+)+) -->");
    private static final Pattern UNLIKE_US =
            Pattern.compile("!|\\b(should|must|agreed|agreements?|match\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUTSIDE = Pattern.compile("https?:|www\\.|\\S+@\\S+");
    private static final double HARDEST = 7.0;

    private final List<Page> guide = pages(GUIDE);
    private final List<Page> all =
            Stream.concat(guide.stream(), pages(PAGES).stream()).toList();

    private record Page(String slug, String title, String summary, int order, Node body) {

        /** The text as it is read: one for each heading, paragraph and item, without marks. */
        List<String> blocks() {
            return nodes(Block.class).stream()
                    .filter(block -> block instanceof Heading || block instanceof Paragraph)
                    .map(GuideWordsTest::text)
                    .toList();
        }

        String words() {
            return String.join("\n", title, summary, String.join("\n", blocks()));
        }

        <N extends Node> List<N> nodes(Class<N> kind) {
            return collect(body, kind);
        }

        Stream<String> links() {
            return nodes(Link.class).stream().map(Link::getDestination);
        }

        List<String> marked() {
            return nodes(HtmlBlock.class).stream()
                    .map(html -> MARK.matcher(html.getLiteral()))
                    .filter(Matcher::matches)
                    .flatMap(mark -> Stream.of(mark.group(1).strip().split(" ")))
                    .toList();
        }

        Set<String> anchors() {
            return nodes(Heading.class).stream().map(Page::anchor).collect(toSet());
        }

        private static String anchor(Heading heading) {
            return text(heading).toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^\\p{L}\\p{N}_-]", "");
        }
    }

    @Test
    void everything_the_guide_says_is_on_one_of_its_pages() {
        var marked = guide.stream().flatMap(page -> page.marked().stream()).collect(toSet());
        var missing = inventory().entrySet().stream()
                .filter(row -> SAID.contains(row.getValue()))
                .map(Map.Entry::getKey)
                .filter(id -> !marked.contains(id));
        assertThat(missing)
                .as("ids of %s that no page in %s is marked with", INVENTORY, GUIDE)
                .isEmpty();
    }

    @Test
    void every_mark_names_something_the_guide_says() {
        var known = inventory().keySet();
        assertThat(faults(page -> page.marked().stream().filter(id -> !known.contains(id))))
                .as("marks that are not in %s", INVENTORY)
                .isEmpty();
    }

    @Test
    void every_page_reads_easily() {
        assertThat(faults(page -> Stream.of(ReadingGrade.of(page.blocks())).filter(grade -> grade > HARDEST)))
                .as("pages above grade %s", HARDEST)
                .isEmpty();
    }

    /** A well-known example, so that the measure can be trusted. */
    @Test
    void the_measure_of_reading_is_the_usual_one() {
        assertThat(ReadingGrade.of(
                        List.of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.")))
                .isCloseTo(11.3, within(1.0));
        assertThat(ReadingGrade.syllables("table")).isEqualTo(2);
        assertThat(ReadingGrade.syllables("asked")).isEqualTo(1);
        assertThat(ReadingGrade.syllables("pleasure")).isEqualTo(2);
    }

    @Test
    void no_page_shouts_urges_or_calls_what_is_shared_agreed() {
        assertThat(faults(page -> UNLIKE_US.matcher(page.words()).results().map(MatchResult::group)))
                .isEmpty();
    }

    @Test
    void no_page_leads_out_of_the_house() {
        assertThat(faults(page -> Stream.concat(
                        page.links().filter(to -> !to.matches("/(?!/).*")),
                        OUTSIDE.matcher(page.words()).results().map(MatchResult::group))))
                .isEmpty();
        assertThat(faults(page -> page.nodes(Image.class).stream().map(Image::getDestination)))
                .as("pictures")
                .isEmpty();
    }

    @Test
    void every_link_arrives() {
        var anchors = guide.stream().collect(toMap(page -> "/guide/" + page.slug(), Page::anchors));
        pages(PAGES).forEach(page -> anchors.put("/" + page.slug(), page.anchors()));
        assertThat(faults(page -> page.links().filter(to -> !arrives(to, anchors))))
                .as("links to where nothing is")
                .isEmpty();
    }

    private static boolean arrives(String link, Map<String, Set<String>> anchors) {
        var parts = link.split("#", 2);
        if (parts.length == 1) {
            return anchors.containsKey(link) || OTHER_PAGES.contains(link);
        }
        return anchors.getOrDefault(parts[0], Set.of()).contains(parts[1]);
    }

    @Test
    void html_is_nothing_but_a_mark_under_its_text() {
        assertThat(faults(page -> Stream.concat(
                        page.nodes(HtmlInline.class).stream().map(HtmlInline::getLiteral),
                        page.nodes(HtmlBlock.class).stream()
                                .filter(html -> !isMark(html))
                                .map(HtmlBlock::getLiteral))))
                .as("HTML that is no mark, or that stands under no heading, paragraph or list")
                .isEmpty();
    }

    private static boolean isMark(HtmlBlock html) {
        var above = html.getPrevious();
        return MARK.matcher(html.getLiteral()).matches()
                && (above instanceof Heading || above instanceof Paragraph || above instanceof ListBlock);
    }

    @Test
    void a_line_to_say_is_one_paragraph() {
        assertThat(faults(page -> page.nodes(BlockQuote.class).stream()
                        .filter(line -> !(line.getFirstChild() instanceof Paragraph)
                                || line.getFirstChild().getNext() != null)
                        .map(GuideWordsTest::text)))
                .isEmpty();
    }

    @Test
    void headings_begin_below_the_title_and_differ() {
        assertThat(faults(page -> page.nodes(Heading.class).stream()
                        .filter(heading -> heading.getLevel() < 2 || heading.getLevel() > 3)
                        .map(GuideWordsTest::text)))
                .as("headings that are neither of level two nor three")
                .isEmpty();
        assertThat(all).allSatisfy(page -> assertThat(page.nodes(Heading.class))
                .extracting(Page::anchor)
                .as("anchors of %s", page.slug())
                .doesNotHaveDuplicates());
    }

    @Test
    void each_folder_has_an_order() {
        assertThat(Stream.of(guide, pages(PAGES))).allSatisfy(pages -> assertThat(pages)
                .extracting(Page::order)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, pages.size()).boxed().toList()));
    }

    /** What whoever runs the server has named for help is put in there. */
    @Test
    void the_page_for_help_has_a_place_for_what_is_near() {
        var help = all.stream().filter(page -> page.slug().equals("help")).toList();
        assertThat(help).flatExtracting(Page::anchors).contains("help-near-you");
    }

    /** What is wrong in each page, under its name. */
    private List<String> faults(Function<Page, Stream<?>> of) {
        return all.stream()
                .flatMap(page -> of.apply(page).map(fault -> page.slug() + ": " + fault))
                .toList();
    }

    private static Map<String, String> inventory() {
        try (var rows = Files.lines(INVENTORY)) {
            return rows.skip(1).map(row -> row.split("\t", -1)).collect(toMap(row -> row[0], row -> row[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Page> pages(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(GuideWordsTest::page)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(Path file) {
        var text = read(file);
        var front = FRONT_MATTER.matcher(text);
        assertThat(front.lookingAt())
                .as("%s begins with title, summary (a sentence) and order, and nothing else", file)
                .isTrue();
        return new Page(
                file.getFileName().toString().replaceFirst("\\.md$", ""),
                front.group(1),
                front.group(2),
                Integer.parseInt(front.group(3)),
                Parser.builder().build().parse(text.substring(front.end())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Node block) {
        return collect(block, Node.class).stream()
                .map(node -> switch (node) {
                    case Text text -> text.getLiteral();
                    case Code code -> code.getLiteral();
                    case SoftLineBreak _, HardLineBreak _ -> " ";
                    default -> "";
                })
                .collect(joining());
    }

    private static <N extends Node> List<N> collect(Node under, Class<N> kind) {
        var found = new ArrayList<N>();
        for (var node = under.getFirstChild(); node != null; node = node.getNext()) {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
            found.addAll(collect(node, kind));
        }
        return found;
    }
}
