// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Script.Moment;
import org.bothyes.shell.Texts;

/**
 * Lines to say a no or a limit, now or in a message, and to hear one. Whatever is asked in any pack can be picked; lines
 * that are about just that are shown then, by styles alone, above those that always fit.
 */
final class Aloud {

    private final List<Lines.Group> groups;
    private final List<Lines.Moment> moments;

    Aloud(PackLibrary packs, Texts texts) {
        this.groups = packs.packs().stream()
                .flatMap(pack -> Lines.groups(pack, id -> true))
                .toList();
        var named = groups.stream()
                .flatMap(group -> group.abouts().stream())
                .map(about -> new Lines.Line(texts.get("say.named", about.name()), about.key()));
        this.moments = List.of(
                moment("now", packs, Stream.empty(), Moment.SAY_NO, Moment.SAY_LIMIT),
                moment("write", packs, named, Moment.WRITE_NO),
                moment("hear", packs, Stream.empty(), Moment.HEAR_NO));
    }

    public List<Lines.Group> groups() {
        return groups;
    }

    public List<Lines.Moment> moments() {
        return moments;
    }

    private static Lines.Moment moment(String key, PackLibrary packs, Stream<Lines.Line> first, Moment... moments) {
        return new Lines.Moment(
                key,
                Stream.concat(first, lines(packs, false, Set.of(moments)))
                        .sorted(Comparator.comparing(line -> line.about().isEmpty()))
                        .toList(),
                lines(packs, true, Set.of(moments)).toList());
    }

    private static Stream<Lines.Line> lines(PackLibrary packs, boolean soft, Set<Moment> moments) {
        return Lines.lines(packs.packs(), script -> script.soft() == soft && moments.contains(script.moment()))
                .stream();
    }

    /** What hides the lines about one thing until that is picked. */
    String style() {
        return groups.stream()
                .flatMap(group -> group.abouts().stream())
                .map(about -> "main:has(#about [value=\"" + about.key() + "\"]:checked) li[data-about~=\"" + about.key()
                        + "\"]")
                .collect(Collectors.joining(",", "li[data-about]{display:none}", "{display:flex}"));
    }
}
