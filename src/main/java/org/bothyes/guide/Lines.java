// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.pack.Id;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Script;

/**
 * The lines to say of all packs, by moment. What somebody picks on the page is shown by styles alone, one rule for each
 * thing that can be picked, so that it works before any script and without one.
 */
final class Lines {

    private final List<Moment> moments;
    private final List<Group> groups;

    Lines(PackLibrary packs) {
        this.moments = Stream.of(Script.Moment.values())
                .map(moment -> moment(moment, packs.packs()))
                .filter(moment -> !moment.plain().isEmpty() || !moment.soft().isEmpty())
                .toList();
        this.groups = packs.packs().stream()
                .flatMap(pack -> groups(pack, id -> isHelped(pack, id)))
                .toList();
    }

    /**
     * A line to say.
     *
     * @param about the keys of what it helps with, with spaces between; empty: all of it
     */
    record Line(String text, String about) {

        private Line and(Line other) {
            return new Line(text, about.isEmpty() || other.about.isEmpty() ? "" : about + " " + other.about);
        }
    }

    /** Lines for one moment, the plain ones and other ways to say it. */
    record Moment(String key, List<Line> plain, List<Line> soft) {

        /** Only the lines that help with everything. */
        Moment general() {
            return new Moment(key, general(plain), general(soft));
        }

        private static List<Line> general(List<Line> lines) {
            return lines.stream().filter(line -> line.about().isEmpty()).toList();
        }
    }

    /** What lines can be about, as one section of a pack, or its limits. */
    record Group(String title, List<About> abouts) {}

    /** A topic or a limit. */
    record About(String key, String name) {}

    public List<Moment> moments() {
        return moments;
    }

    /** In pack order, the limits of a pack last; their title is empty. */
    public List<Group> groups() {
        return groups;
    }

    private static Moment moment(Script.Moment moment, List<Pack> packs) {
        var plain = lines(packs, script -> script.moment() == moment && !script.soft());
        var soft = lines(packs, script -> script.moment() == moment && script.soft());
        var key = moment.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return plain.isEmpty() ? new Moment(key, soft, List.of()) : new Moment(key, plain, soft);
    }

    /** What two packs say in the same words stands there once, and helps with all that it helps with in either. */
    static List<Line> lines(List<Pack> packs, Predicate<Script> wanted) {
        var lines = packs.stream()
                .flatMap(pack -> pack.scripts().stream().filter(wanted).map(script -> line(pack, script)))
                .collect(Collectors.toMap(Line::text, line -> line, Line::and, LinkedHashMap::new));
        return List.copyOf(lines.values());
    }

    private static Line line(Pack pack, Script script) {
        var about = script.ties().stream().sorted().map(id -> key(pack, id)).collect(Collectors.joining(" "));
        return new Line(pack.words().line(script), about);
    }

    /** The topics of a pack by section and its limits, as far as they are asked for. */
    static Stream<Group> groups(Pack pack, Predicate<Id<?>> asked) {
        var words = pack.words();
        var sections = pack.sections().stream()
                .map(section -> new Group(
                        words.title(section),
                        section.topics().stream()
                                .filter(topic -> asked.test(topic.id()))
                                .map(topic -> new About(key(pack, topic.id().value()), words.name(topic)))
                                .toList()));
        var limits = new Group(
                "",
                pack.limits().stream()
                        .filter(limit -> asked.test(limit.id()))
                        .map(limit -> new About(key(pack, limit.id().value()), words.name(limit)))
                        .toList());
        return Stream.concat(sections, Stream.of(limits))
                .filter(group -> !group.abouts().isEmpty());
    }

    /** Whether any line is for this one in particular. */
    private static boolean isHelped(Pack pack, Id<?> id) {
        return pack.scripts().stream().anyMatch(script -> script.ties().contains(id.value()));
    }

    /** Ids are unique in a pack, not among packs. */
    private static String key(Pack pack, String id) {
        return pack.id() + "." + id;
    }

    /**
     * What hides the lines that were not picked. Who picks a topic sees the lines for just that; where one moment is
     * picked too and has none, its lines that fit everywhere. Ids hold nothing that styles could take for their own.
     */
    String style() {
        var style = new StringBuilder(".empty{display:none}");
        for (var moment : moments) {
            style.append("main:has(#moment [value=\"%1$s\"]:checked) .moment:not(#%1$s){display:none}"
                    .formatted(moment.key()));
        }
        for (var group : groups) {
            for (var about : group.abouts()) {
                style.append("""
                        main:has(#about [value="%1$s"]:checked) :is([data-about]:not([data-about~="%1$s"]),\
                        .moment:has([data-about~="%1$s"]) :is(li:not([data-about]),.soft:not(:has([data-about~="%1$s"]))),\
                        .soft:not(:has([data-about~="%1$s"],li:not([data-about]))),\
                        form:has(#moment [value=""]:checked)~.moment:not(:has([data-about~="%1$s"]))){display:none}\
                        main:has(#about [value="%1$s"]:checked) \
                        .moment:not(:has([data-about~="%1$s"],li:not([data-about]))) .empty{display:block}\
                        """.formatted(about.key()));
            }
        }
        return style.toString();
    }
}
