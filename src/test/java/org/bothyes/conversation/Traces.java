// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bothyes.conversation.Histories.History;
import org.bothyes.overlap.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * What one life of a conversation leaves on partner one's side: rows, sizes, times and bells. One clock, one seed; ids
 * are random by nature and left out, everything else counts.
 */
final class Traces {

    private final Stand at;

    Traces(Stand at) {
        this.at = at;
    }

    /**
     * All that one could meet. Chance is wound back before one does something, so that one's own boxes are the same byte
     * for byte however much of it two has used up.
     */
    List<Object> of(Sheet ones, History history, boolean oneFirst) {
        at.jdbc().sql("delete from conversation").update();
        at.random().wind(42);
        at.clock().set(TickingClock.START);
        var traces = new ArrayList<Object>();
        var rings = new CopyOnWriteArrayList<String>();
        var couple = at.couple();
        var one = couple.one();
        var stop = at.bell().await(one, () -> rings.add("bell at " + at.now()));
        at.say(one, ones, new Random(1));
        at.tick("PT10M");
        at.random().wind(43);
        if (oneFirst) {
            at.rounds().seal(one);
        }
        traces.addAll(seen(one));
        history.live(at, couple.b());
        traces.addAll(seen(one));
        at.tick("PT50M");
        history.finish(at, couple.two());
        at.counting().sweep();
        traces.addAll(seen(one));
        at.random().wind(44);
        at.rounds().seal(one);
        at.tick("PT2M");
        traces.add(at.rounds().stage(one));
        at.counting().sweep();
        traces.addAll(seen(one));
        at.tick("PT1H");
        at.random().wind(45);
        history.afterwards(at, couple.b());
        traces.add(HexFormat.of().formatHex(at.sharing().open(one).write()));
        at.sharing().open(couple.two());
        at.tick("P8D");
        history.later(at, couple.b());
        traces.addAll(seen(one));
        traces.add(HexFormat.of().formatHex(at.sharing().open(one).write()));
        traces.add(at.newRound().asked(one));
        traces.add(at.newRound().from(one));
        traces.add(at.ending().at(one));
        stop.run();
        assertThat(rings).isNotEmpty();
        traces.addAll(rings);
        return traces;
    }

    /** One's own row, and what both have in common, byte for byte; of two's row only what anybody's box looks like. */
    private List<Object> seen(Partner one) {
        return List.of(
                at.rounds().stage(one),
                row("select * from conversation where id = ?", one),
                row("select * from round where conversation_id = ?", one),
                row("select * from partner where role = 'ONE' and conversation_id = ?", one),
                row(
                        "select octet_length(draft) as draft, lookup, consent, octet_length(sealed) as sealed from partner"
                                + " where sealed_at is not null and role = 'TWO' and conversation_id = ?",
                        one),
                at.jdbc()
                        .sql("select count(*) from partner")
                        .query(Integer.class)
                        .single());
    }

    private List<Map<String, String>> row(String query, Partner one) {
        return at.jdbc().sql(query).param(one.conversation()).query().listOfRows().stream()
                .map(Traces::plain)
                .toList();
    }

    private static Map<String, String> plain(Map<String, @Nullable Object> row) {
        var plain = new TreeMap<String, String>();
        row.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("ID") && !name.equalsIgnoreCase("CONVERSATION_ID")) {
                plain.put(name, value instanceof byte[] box ? HexFormat.of().formatHex(box) : String.valueOf(value));
            }
        });
        return plain;
    }
}
