// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may be measured: a list of what is allowed, since a library that is upgraded measures more. Of requests only how
 * they ended and in which part of the house; no address, no id, nothing that tells one couple from another.
 */
@Component
class Measured implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    /** By the beginning of their names. */
    private static final List<String> ALLOWED =
            List.of(REQUESTS, "both.yes.", "hikaricp.connections", "jvm.", "process.", "system.cpu", "system.load");
    /** What tells parts of the machine or of the program apart. */
    private static final Set<String> TAGS = Set.of("action", "area", "cause", "gc", "id", "outcome", "pool", "state");

    private static final Set<String> DOORS = Set.of(
            "/start",
            "/invitation",
            "/join",
            "/return",
            "/return/code",
            "/unlock",
            "/hand-over",
            "/leave",
            "/lock",
            "/awake");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return ALLOWED.stream().anyMatch(id.getName()::startsWith) ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        var tags = StreamSupport.stream(id.getTagsAsIterable().spliterator(), false)
                .filter(tag -> TAGS.contains(tag.getKey()))
                .map(tag -> tag.getKey().equals("id") ? Tag.of("space", tag.getValue()) : tag)
                .toList();
        var reduced = id.replaceTags(tags);
        return id.getName().equals(REQUESTS) ? reduced.withTag(Tag.of("part", part(id.getTag("uri")))) : reduced;
    }

    /** The part of the house that an address, with its variables not filled in, leads to. */
    private static String part(@Nullable String pattern) {
        var address = pattern == null ? "UNKNOWN" : pattern;
        if (address.equals("UNKNOWN")) {
            return "rest"; // rooms, which Vaadin answers, and what was refused before
        } else if (address.startsWith("/classroom") || address.startsWith("/vote")) {
            return "classroom";
        }
        return DOORS.contains(address) ? "door" : "open";
    }
}
