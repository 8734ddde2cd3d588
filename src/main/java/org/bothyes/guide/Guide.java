// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The guide's pages in their order, and those beside it. Read once, at the start.
 *
 * @param pages of the guide, by their order
 * @param beside help and about
 */
record Guide(List<Reading> pages, List<Reading> beside) {

    /** The address of the guide's contents, and what the addresses of its pages begin with. */
    static final String ADDRESS = "/guide";

    /** What a page may lead to besides pages made of Markdown. */
    private static final Set<String> OTHERS = Set.of(
            "/",
            ADDRESS,
            "/questions",
            "/scripts",
            "/say",
            "/help",
            "/about",
            "/privacy",
            "/start",
            "/join",
            "/return",
            "/reminder.ics");

    private static final String ENDING = ".md";

    /** @throws GuideFault if two pages have the same order, or a link leads nowhere */
    Guide {
        pages = pages.stream().sorted(Comparator.comparingInt(Reading::order)).toList();
        beside = List.copyOf(beside);
        var orders = new HashSet<Integer>();
        for (var page : pages) {
            if (!orders.add(page.order())) {
                throw new GuideFault(
                        file("guide", page), 0, "Another page has the same order.", "Give one of them another.");
            }
        }
        for (var page : pages) {
            checkLinks("guide", page, pages);
        }
        for (var page : beside) {
            checkLinks("pages", page, pages);
        }
    }

    /** @throws GuideFault if any page is not right, or there is none */
    static Guide load() {
        var guide = new Guide(read("guide"), read("pages"));
        if (guide.pages().isEmpty()) {
            throw new GuideFault("guide/en", 0, "There is no page.", "Put at least one there.");
        }
        return guide;
    }

    /** A page beside the guide. */
    Reading beside(String slug) {
        return beside.stream()
                .filter(page -> page.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new GuideFault("pages/en/" + slug + ENDING, 0, "There is no such file.", "Add it."));
    }

    public Optional<Reading> before(Reading page) {
        return beside(page, -1);
    }

    public Optional<Reading> after(Reading page) {
        return beside(page, 1);
    }

    private Optional<Reading> beside(Reading page, int step) {
        var index = pages.indexOf(page) + step;
        return index < 0 || index >= pages.size() ? Optional.empty() : Optional.of(pages.get(index));
    }

    private static List<Reading> read(String folder) {
        var pages = new ArrayList<Reading>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/en/*" + ENDING)) {
                pages.add(read(folder, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the guide cannot be read", e);
        }
        return pages;
    }

    private static Reading read(String folder, Resource file) throws IOException {
        var name = Objects.requireNonNull(file.getFilename());
        var slug = name.substring(0, name.length() - ENDING.length());
        return ReadingReader.read(folder + "/en/" + name, slug, file.getContentAsString(UTF_8));
    }

    private static void checkLinks(String folder, Reading page, List<Reading> pages) {
        for (var link : page.links()) {
            if (!leads(link.to(), page, pages)) {
                throw new GuideFault(
                        file(folder, page),
                        link.line(),
                        "The link “" + link.to() + "” leads nowhere.",
                        "Lead to a page of this site, like /guide/calls or /help, or to a heading of it.");
            }
        }
    }

    private static boolean leads(String to, Reading from, List<Reading> pages) {
        var parts = to.split("#", 2);
        if (parts[0].isEmpty()) {
            return parts.length == 2 && from.has(parts[1]);
        }
        var page = pages.stream()
                .filter(p -> parts[0].equals(ADDRESS + "/" + p.slug()))
                .findFirst();
        return parts.length == 1
                ? page.isPresent() || OTHERS.contains(to)
                : page.filter(p -> p.has(parts[1])).isPresent();
    }

    private static String file(String folder, Reading page) {
        return folder + "/en/" + page.slug() + ENDING;
    }
}
