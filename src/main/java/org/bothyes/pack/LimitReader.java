// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the limits of a pack: rows nested by construction, no standing permission to record. */
final class LimitReader {

    private static final int MOST_LIMITS = 100;
    private static final int MOST_ROWS = 20;

    /** How a permission begins that permits no more than being asked. */
    private static final String ASK = "ask";

    private final Known<Limit> known;
    private final List<YamlMap> entries;

    private LimitReader(YamlValue limits, Known<Limit> known) {
        this.known = known;
        this.entries = limits.listOrNone(MOST_LIMITS).stream()
                .map(limit -> PackReader.thing(limit, List.of("id", "rows"), List.of("recording", "only_with", "call")))
                .toList();
    }

    /** @param known takes in every limit's id */
    static List<Limit> read(YamlValue limits, Known<Limit> known) {
        return new LimitReader(limits, known).limits();
    }

    private List<Limit> limits() {
        // All ids first: a limit may depend on one that stands further down.
        var ids = entries.stream().map(entry -> known.add(entry.get("id"))).toList();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> limit(ids.get(i), i, entries.get(i)))
                .toList();
    }

    private Limit limit(Id<Limit> id, int index, YamlMap entry) {
        var recording = entry.flag("recording");
        var rows = rows(id, entry.get("rows"), recording);
        return new Limit(id, index, rows, recording, onlyWith(id, entry), entry.flag("call"));
    }

    private Set<Id<Limit>> onlyWith(Id<Limit> id, YamlMap entry) {
        var references =
                entry.find("only_with").map(value -> value.list(MOST_LIMITS)).orElse(List.of());
        var found = known.findAll(references);
        for (var reference : references) {
            checkIndependent(id, reference);
        }
        return found;
    }

    private void checkIndependent(Id<Limit> id, YamlValue reference) {
        var other = reference.text();
        if (other.equals(id.value())) {
            throw reference.fault("“" + id + "” cannot depend on itself.", "Name the limits it goes with.");
        }
        if (entries.stream()
                .anyMatch(e ->
                        e.get("id").text().equals(other) && e.find("only_with").isPresent())) {
            throw reference.fault(
                    "“" + other + "” depends on another limit itself.", "Name a limit that has no “only_with”.");
        }
    }

    private List<Limit.Row> rows(Id<Limit> limit, YamlValue value, boolean recording) {
        var entries = value.list(MOST_ROWS);
        if (entries.size() < 2) {
            throw value.fault(
                    "The limit “" + limit + "” has only one row.",
                    "A limit needs at least two rows, the most protective one first.");
        }
        var knownRows = new Known<Limit.Row>("row of “" + limit + "”");
        var permits = new HashSet<String>();
        var rows = new ArrayList<Limit.Row>();
        for (var entry : entries) {
            var row = entry.map().keys(List.of("id"), List.of("adds"));
            var id = knownRows.add(row.get("id"));
            addPermissions(row, rows.isEmpty(), recording, permits);
            rows.add(new Limit.Row(id, Set.copyOf(permits)));
        }
        return List.copyOf(rows);
    }

    /** A row only ever adds to what the rows above permit: so choosing it can never forbid what they permit. */
    private static void addPermissions(YamlMap row, boolean first, boolean recording, Set<String> permits) {
        var adds = row.find("adds");
        if (first) {
            adds.ifPresent(value -> {
                throw value.fault(
                        "The first row is the most protective one and adds nothing.", "Take its “adds” away.");
            });
            return;
        }
        var added = adds.orElseThrow(() -> row.fault(
                "This row permits nothing more than the row above it.",
                "Add “adds: [what-it-permits]”, or take the row away."));
        for (var permission : added.list(MOST_ROWS)) {
            addPermission(permission, recording, permits);
        }
    }

    private static void addPermission(YamlValue value, boolean recording, Set<String> permits) {
        var permission = value.id().value();
        if (recording && !permission.startsWith(ASK)) {
            throw value.fault(
                    "“" + permission + "” would be a standing permission to record.",
                    "Consent to a recording is asked for each time: permit only being asked, as in “ask-each-time”.");
        }
        if (!permits.add(permission)) {
            throw value.fault(
                    "“" + permission + "” is already permitted by a row above.",
                    "Name only what this row permits in addition.");
        }
    }
}
