// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.bothyes.door.Site;
import org.bothyes.door.Wire;
import org.bothyes.usecases.Running;

/**
 * What couples in the wizard keep on the heap, and what stays when they have left. Beside it a sample application of
 * Vaadin's, with as many sessions in its first view.
 */
record Rooms(Peers peers) implements Part {

    private static final int ROUNDS = 5;
    /** What stays of so few is lost in what comes and goes by itself, some hundred kilobytes; so many more follow. */
    private static final int MORE = 15;

    /** Until what a server fills once, pools among it, is full. */
    private static final int BEFORE = 4;

    private static final int COUPLES = 100;
    private static final String SAMPLE = "Vaadin sample";

    @Override
    public void measure(Table table) throws IOException {
        var inside = table.line("heap a couple, both in the wizard, KB");
        var after = table.line("heap a couple after they left, KB");
        try (var running = withoutCache()) {
            for (var round = 0; round < BEFORE; round++) {
                meet(running, COUPLES).forEach(Pair::close);
            }
            var first = running.liveHeap();
            for (var round = 0; round < ROUNDS; round++) {
                var before = running.liveHeap();
                var pairs = meet(running, COUPLES);
                inside.ours(kilobytes(running.liveHeap() - before));
                pairs.forEach(Pair::close);
            }
            for (var round = 0; round < MORE; round++) {
                meet(running, COUPLES).forEach(Pair::close);
            }
            after.ours(kilobytes(running.liveHeap() - first) / (ROUNDS + MORE));
        }
        peers.jar(SAMPLE).ifPresent(jar -> {
            try (var running = Running.jar(jar)) {
                var login = peers.login(SAMPLE);
                open(running, login, 2 * COUPLES);
                for (var round = 0; round < ROUNDS; round++) {
                    var before = running.liveHeap();
                    open(running, login, 2 * COUPLES);
                    inside.of(SAMPLE, kilobytes(running.liveHeap() - before));
                }
            }
        });
        inside.atMost(0.5, SAMPLE).print();
        after.atMost(1).print();
    }

    /** The database's cache of pages fills up to a bound of its own, whoever comes and goes. */
    private static Running withoutCache() throws IOException {
        var folder = Files.createTempDirectory("both-yes");
        return Running.node(
                folder,
                List.of(),
                Map.of("BOTH_YES_DB_URL", "jdbc:h2:file:" + folder.resolve("both-yes") + ";CACHE_SIZE=0"));
    }

    private static double kilobytes(long ofAll) {
        return ofAll / 1024.0 / COUPLES;
    }

    private static List<Pair> meet(Running running, int couples) {
        var pairs = Pair.meet(running.port(), running.port(), couples);
        pairs.forEach(pair -> {
            Pair.opens(pair.one(), 0);
            Pair.opens(pair.two(), 0);
        });
        return pairs;
    }

    /** Sessions with a view each, which the server keeps as long as nobody says that they are over. */
    private static void open(Running running, String login, int many) {
        for (var i = 0; i < many; i++) {
            var site = new Site(running.port());
            site.post("/login", login);
            var config = JsonParser.parseString(
                            site.get(Wire.init("", "").substring("/c".length())).body())
                    .getAsJsonObject()
                    .getAsJsonObject("appConfig");
            var first = config.getAsJsonObject("uidl");
            var csrf = first.get("Vaadin-Security-Key").getAsString();
            var syncId = first.get("syncId").getAsInt();
            var shown = site.postJson(
                    "/?v-r=uidl&v-uiId=" + config.get("v-uiId"),
                    Wire.message(csrf, "\"rpc\":[" + Wire.goes("") + "]", syncId, 0));
            if (!shown.body().contains("addNodes")) {
                throw new IllegalStateException("the sample shows no view");
            }
        }
    }
}
