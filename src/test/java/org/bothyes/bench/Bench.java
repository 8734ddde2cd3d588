// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import java.util.LinkedHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bothyes.conversation.ScaleBench;

/**
 * Measures everything that {@code bench/run} does, in one run on one machine, and prints one table. Its arguments are the
 * parts, all where none is named, and peers.
 *
 * @see Peers
 */
final class Bench {

    private Bench() {}

    public static void main(String[] words) throws Exception {
        Predicate<String> isPeer = word -> word.contains("=");
        var peers = Peers.given(Stream.of(words).filter(isPeer).toList());
        var wanted = Stream.of(words).filter(isPeer.negate()).toList();
        var parts = new LinkedHashMap<String, Part>();
        parts.put("starts", new Starts(peers));
        parts.put("visits", new Visits(peers));
        parts.put("saving", new Saving());
        parts.put("finishing", new Finishing());
        parts.put("rooms", new Rooms(peers));
        parts.put("couples", new ManyCouples());
        parts.put("scale", ScaleBench::measure);
        parts.put("rule", RuleBench::measure);
        parts.put("votes", Votes::measure);
        parts.put("waits", Waits::measure);
        if (!parts.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("The parts are " + parts.keySet());
        }
        var table = new Table();
        Machine.describe().forEach(table::say);
        table.head();
        if (!wanted.isEmpty()) {
            parts.keySet().retainAll(wanted);
        }
        for (var part : parts.values()) {
            part.measure(table);
        }
        System.exit(0); // lines that are open would wait for news
    }
}
