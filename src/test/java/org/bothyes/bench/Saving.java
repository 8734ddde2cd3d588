// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import java.io.IOException;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.bothyes.door.Relay;
import org.bothyes.pack.Way;
import org.bothyes.usecases.Person;
import org.bothyes.usecases.RealBrowser;
import org.bothyes.usecases.Running;
import org.bothyes.usecases.Written;

/** From the click on an answer, over the commit, to "Saved": what 95 of 100 wait, on lines of three lengths. */
final class Saving implements Part {

    private static final int[] ROUND_TRIPS = {0, 50, 150};
    private static final int ROUNDS = 5;
    /** Clicks, until the server's compiler has seen enough: it works on the same core. */
    private static final int RUN_IN = 3000;

    private static final int WARM_UP = 60;
    private static final int CLICKS = 40;
    private static final int ANSWERS = 4;
    private static final int AIM = 25;

    /**
     * From the click to "Saved" on the screen, in milliseconds, as the page itself sees it. Whether it can be seen is looked
     * at when it is there and not before: the answer would wait for that.
     */
    private static final String CLICK_TO_SAVED = """
            choice => new Promise((done, fail) => {
              const saved = document.querySelector('.saved');
              const free = [...document.querySelectorAll('vaadin-radio-button')].filter(a => !a.checked);
              const at = performance.now();
              new MutationObserver((_, watch) => {
                if (!saved.textContent || Number(saved.dataset.pending ?? 0)) return;
                const took = performance.now() - at;
                watch.disconnect();
                getComputedStyle(saved).visibility === 'visible' ? done(took) : fail(new Error('cannot be seen'));
              }).observe(saved, {childList: true, characterData: true, subtree: true, attributes: true});
              free[choice % free.length].querySelector('input').click();
            })""";

    /** As by a link on the page: it does not load anew, as somebody's who answers one question after another. */
    private static final String GO = """
            path => {
              const link = Object.assign(document.createElement('a'), {href: path});
              document.body.append(link);
              link.click();
              link.remove();
            }""";

    @Override
    public void measure(Table table) throws IOException {
        try (var running = Running.asItIsRun();
                var real = new RealBrowser().launch()) {
            var first = Pair.meet(running.port(), running.port());
            clicks(first, 0, RUN_IN);
            first.close();
            for (var trip : ROUND_TRIPS) {
                try (var way = new Relay(running.port(), Duration.ofMillis(trip))) {
                    var inBrowser = line(table, "click to “Saved” in a browser", trip);
                    var person = real.person("answering", path -> "http://localhost:" + way.port() + path);
                    person.starts();
                    clicks(person, WARM_UP);
                    var bare = line(table, "the same by the protocol alone", trip);
                    var pair = Pair.meet(way.port(), way.port());
                    clicks(pair, 0, WARM_UP);
                    for (var round = 0; round < ROUNDS; round++) {
                        inBrowser.ours(clicks(person, CLICKS));
                        bare.ours(clicks(pair, round * CLICKS, CLICKS));
                        bare.of("floor: way and disk", trip + Machine.flush(95));
                    }
                    inBrowser.atMost(trip + AIM).print();
                    bare.atMost(trip + AIM).print();
                    person.page.context().close();
                    pair.close();
                }
            }
        }
    }

    private static Table.Line line(Table table, String what, int trip) {
        return table.line(what + ", " + trip + " ms there and back, p95, ms");
    }

    private static double clicks(Person person, int many) {
        var micros = new Histogram(3);
        for (var i = 0; i < many; i++) {
            if (i % ANSWERS == 0) {
                var topic = Pair.topic(i / ANSWERS);
                person.page.evaluate(GO, "/c/" + Written.room(topic));
                person.question(topic.id().value(), Way.TOGETHER).waitFor();
            }
            var millis = ((Number) person.page.evaluate(CLICK_TO_SAVED, i % ANSWERS)).doubleValue();
            micros.recordValue(Math.round(millis * 1000));
        }
        return micros.getValueAtPercentile(95) / 1e3;
    }

    private static double clicks(Pair pair, int from, int many) {
        var nanos = new Histogram(3);
        for (var place = from; place < from + many; place++) {
            Pair.opens(pair.one(), place);
            var clicked = System.nanoTime();
            Pair.answers(pair.one(), place);
            nanos.recordValue(System.nanoTime() - clicked);
        }
        return nanos.getValueAtPercentile(95) / 1e6;
    }
}
