// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page: three lines of front matter, then CommonMark from {@code ##} down. Strictly, since a page that is half
 * right looks right. A line {@code <!-- from: id id -->} names what a section tells of the guide and is not shown.
 */
final class ReadingReader {

    private static final Set<String> KEYS = Set.of("title", "summary", "order");
    private static final String FENCE = "---";
    private static final Pattern FROM = Pattern.compile("<!-- from:((?: [a-z0-9.-]+)+) -->");
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).softbreak(" ").build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private final String file;
    private final IdGenerator ids = IdGenerator.builder().defaultId("part").build();
    private final Map<String, String> front = new LinkedHashMap<>();
    private final List<Reading.Link> links = new ArrayList<>();
    private final Open opening = new Open("", "");
    private final List<Open> sections = new ArrayList<>();
    private int frontLines;

    private ReadingReader(String file) {
        this.file = file;
    }

    /** A section that is being read. */
    private static final class Open {
        private final String id;
        private final String title;
        private final StringBuilder html = new StringBuilder();
        private final Set<String> from = new LinkedHashSet<>();
        private final List<Open> parts = new ArrayList<>();

        Open(String id, String title) {
            this.id = id;
            this.title = title;
        }

        Reading.Prose prose() {
            return new Reading.Prose(html.toString(), Set.copyOf(from));
        }

        Reading.Section section() {
            return new Reading.Section(
                    id, title, prose(), parts.stream().map(Open::section).toList());
        }
    }

    /**
     * @param file how faults call it
     * @param slug the name of the page
     * @throws GuideFault if anything in it is not as it should be
     */
    static Reading read(String file, String slug, String markdown) {
        return new ReadingReader(file).page(slug, markdown);
    }

    private Reading page(String slug, String markdown) {
        var body = PARSER.parse(afterFront(markdown));
        body.accept(new Checks());
        for (var node = body.getFirstChild(); node != null; node = node.getNext()) {
            take(node);
        }
        var words = TEXT.render(body).split("\\s+").length;
        return new Reading(
                slug,
                said("title"),
                said("summary"),
                order(),
                words,
                opening.prose(),
                sections.stream().map(Open::section).toList(),
                List.copyOf(links));
    }

    private String afterFront(String markdown) {
        var lines = markdown.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
            throw fault(1, "It does not begin with front matter.", "Begin with ---, title, summary, order, ---.");
        }
        var end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end == 0) {
            throw fault(1, "The front matter does not end.", "Close it with a line of three hyphens.");
        }
        for (var i = 1; i < end; i++) {
            takeFront(lines.get(i), i + 1);
        }
        frontLines = end + 1;
        return String.join("\n", lines.subList(frontLines, lines.size()));
    }

    private void takeFront(String line, int number) {
        var parts = line.split(": ", 2);
        if (parts.length < 2 || !KEYS.contains(parts[0])) {
            throw fault(number, "“" + line + "” does not belong in the front matter.", "It has title, summary, order.");
        }
        if (front.putIfAbsent(parts[0], parts[1].strip()) != null) {
            throw fault(number, "“" + parts[0] + "” stands there twice.", "Take one of the two away.");
        }
    }

    private String said(String key) {
        var text = front.getOrDefault(key, "");
        if (text.isBlank()) {
            throw fault(1, "It has no " + key + ".", "Add a line “" + key + ": …” at its top.");
        }
        return text;
    }

    private int order() {
        var order = said("order");
        if (!order.matches("[1-9][0-9]?")) {
            throw fault(1, "Its order is not a whole number from 1 to 99.", "Write it like “order: 3”.");
        }
        return Integer.parseInt(order);
    }

    private void take(Node node) {
        switch (node) {
            case Heading heading -> takeHeading(heading);
            case HtmlBlock comment -> current().from.addAll(from(comment));
            default -> current().html.append(HTML.render(node));
        }
    }

    private void takeHeading(Heading heading) {
        var title = TEXT.render(heading);
        var open = new Open(ids.generateId(title), title);
        if (heading.getLevel() == 2) {
            sections.add(open);
        } else if (sections.isEmpty()) {
            throw fault(line(heading), "A heading with ### stands before any with ##.", "Put one with ## above it.");
        } else {
            sections.getLast().parts.add(open);
        }
    }

    private Open current() {
        if (sections.isEmpty()) {
            return opening;
        }
        var section = sections.getLast();
        return section.parts.isEmpty() ? section : section.parts.getLast();
    }

    private Set<String> from(HtmlBlock comment) {
        var said = FROM.matcher(comment.getLiteral().strip());
        if (!said.matches()) {
            throw fault(
                    line(comment),
                    "There is HTML here.",
                    "Write Markdown; only <!-- from: id id --> may stand on a line by itself.");
        }
        return Set.of(said.group(1).strip().split(" "));
    }

    private int line(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? frontLines : frontLines + spans.getFirst().getLineIndex() + 1;
    }

    private GuideFault fault(int line, String what, String remedy) {
        return new GuideFault(file, line, what, remedy);
    }

    /** What may not be there, and what is only seen on the way down; puts lines to say into quotation marks. */
    private final class Checks extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() != 2 && heading.getLevel() != 3) {
                throw fault(line(heading), "Headings have two or three signs #.", "Write it as ## or ###.");
            }
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlInline html) {
            throw fault(line(html), "There is HTML here.", "Write Markdown instead.");
        }

        @Override
        public void visit(HtmlBlock html) {
            from(html);
            if (!(html.getParent() instanceof org.commonmark.node.Document)) {
                throw fault(line(html), "A comment stands inside of something.", "Put it on a line by itself.");
            }
        }

        @Override
        public void visit(Image image) {
            throw fault(line(image), "There is a picture here.", "Pages have none; say it in words.");
        }

        @Override
        public void visit(Link link) {
            links.add(new Reading.Link(link.getDestination(), line(link)));
            visitChildren(link);
        }

        @Override
        public void visit(BlockQuote quote) {
            for (@Nullable Node child = quote.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Paragraph line && !TEXT.render(line).startsWith("“")) {
                    line.prependChild(new Text("“"));
                    line.appendChild(new Text("”"));
                }
            }
            visitChildren(quote);
        }
    }
}
