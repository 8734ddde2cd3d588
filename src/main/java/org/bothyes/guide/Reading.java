// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A page to read, made of Markdown.
 *
 * @param slug the last part of its address, and the name of its file
 * @param summary one sentence for the contents
 * @param order its place in the guide, from 1
 * @param words how many words it has, to tell how long it takes
 * @param opening what stands before the first heading
 * @param sections in the order they are read
 * @param links where it leads to
 */
record Reading(
        String slug,
        String title,
        String summary,
        int order,
        int words,
        Prose opening,
        List<Section> sections,
        List<Link> links) {

    /** An unhurried reader's pace, in words a minute. */
    private static final int PACE = 200;

    /** From this many sections on a list of them helps. */
    private static final int MANY = 3;

    /**
     * Some paragraphs.
     *
     * @param html safe to show as it is
     * @param from the ids of what they tell, in the inventory of the guide this is taken from; none if it is our own
     */
    record Prose(String html, Set<String> from) {

        public boolean sourced() {
            return !from.isEmpty();
        }
    }

    /**
     * A heading and what stands under it.
     *
     * @param id what leads to it after a #, unique on its page
     * @param parts what stands under smaller headings
     */
    record Section(String id, String title, Prose prose, List<Section> parts) {}

    /** A link, and the line it stands in. */
    record Link(String to, int line) {}

    /** How long it takes, in whole minutes. */
    public int minutes() {
        return Math.max(1, Math.round((float) words / PACE));
    }

    /** Whether its smaller sections are opened one by one: guess first, then read. */
    public boolean folded() {
        return slug.equals("myths") || slug.equals("questions");
    }

    public boolean listsItsSections() {
        return sections.size() >= MANY;
    }

    /** Whether anything in it comes from the guide. */
    public boolean sourced() {
        return proses().anyMatch(Prose::sourced);
    }

    boolean has(String id) {
        return sections.stream()
                .anyMatch(section -> section.id().equals(id)
                        || section.parts().stream().anyMatch(part -> part.id().equals(id)));
    }

    private Stream<Prose> proses() {
        return Stream.concat(
                Stream.of(opening),
                sections.stream()
                        .flatMap(section -> Stream.concat(
                                Stream.of(section.prose()),
                                section.parts().stream().map(Section::prose))));
    }
}
