// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bothyes.Application;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Setting;
import org.bothyes.storage.Work;
import org.bothyes.vault.Pin;
import org.bothyes.vault.Secret;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conversation's doors in a running application, and two people to go through them. */
record Stand(
        ApplicationContext app,
        Conversations conversations,
        Unlocking unlocking,
        Answering answering,
        Rounds rounds,
        Sharing sharing,
        NewRound newRound,
        Ending ending,
        Counting counting,
        Bell bell,
        JdbcClient jdbc,
        Pack pack)
        implements AutoCloseable {

    static Stand in(ApplicationContext app) {
        return new Stand(
                app,
                app.getBean(Conversations.class),
                app.getBean(Unlocking.class),
                app.getBean(Answering.class),
                app.getBean(Rounds.class),
                app.getBean(Sharing.class),
                app.getBean(NewRound.class),
                app.getBean(Ending.class),
                app.getBean(Counting.class),
                app.getBean(Bell.class),
                app.getBean(JdbcClient.class),
                app.getBean(PackLibrary.class).packs().getFirst());
    }

    /** The PIN of everybody here; it is their codes that tell them apart. */
    static final Pin PIN = Pin.typed("271828");

    /** Somebody starts a conversation. */
    Conversations.Welcome start() {
        return conversations.start(pack, PIN, false);
    }

    /** Somebody comes back with this code and the right PIN. */
    Optional<Partner> back(Secret code) {
        return unlocking.unlock(code, PIN) instanceof Unlocking.Outcome.In(var partner)
                ? Optional.of(partner)
                : Optional.empty();
    }

    /** Starts the whole application with its own settings, but for what is given. */
    static Stand start(Path folder, String... settings) {
        var all = Stream.concat(
                Stream.of("BOTH_YES_DATA=" + folder, "server.port=0", "vaadin.productionMode=true"),
                Arrays.stream(settings));
        return in(new SpringApplicationBuilder(Application.class, Fixture.class)
                .run(all.map(setting -> "--" + setting).toArray(String[]::new)));
    }

    /** The same but for its pages and doors, which take most of a start. For what is about what is stored. */
    static Stand withoutPages(Path folder, String... settings) {
        var quick = Stream.of(
                "spring.main.web-application-type=none",
                "spring.main.lazy-initialization=true",
                "spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration");
        return start(folder, Stream.concat(quick, Arrays.stream(settings)).toArray(String[]::new));
    }

    @Override
    public void close() {
        ((ConfigurableApplicationContext) app).close();
    }

    /** Two partners, let in. */
    record Couple(Conversations.Welcome a, Conversations.Welcome b) {
        Partner one() {
            return a.partner();
        }

        Partner two() {
            return b.partner();
        }
    }

    Couple couple() {
        var one = start();
        var invitation = invitation(one.partner());
        return new Couple(
                one,
                conversations
                        .join(invitation.token().code(), invitation.words(), PIN)
                        .orElseThrow());
    }

    Invitation invitation(Partner starter) {
        return answering.draft(starter).invitation().orElseThrow();
    }

    TickingClock clock() {
        return (TickingClock) app.getBean(Clock.class);
    }

    SeededRandom random() {
        return app.getBean(SeededRandom.class);
    }

    void tick(String time) {
        clock().tick(Duration.parse(time));
    }

    Instant now() {
        return clock().instant();
    }

    Change say(int side, Comfort comfort) {
        return new Change.Answered(pack.sides().get(side), comfort);
    }

    void answer(Partner partner, int side, Comfort comfort) {
        answering.answer(partner, List.of(say(side, comfort)));
    }

    void answerAll(Partner partner, Comfort comfort) {
        answering.answer(
                partner,
                pack.sides().stream()
                        .<Change>map(side -> new Change.Answered(side, comfort))
                        .toList());
    }

    /** Everything that stands on a sheet, said a few things at a time and in an order by chance. */
    void say(Partner partner, Sheet sheet, Random random) {
        var answers = new ArrayList<Change>();
        var rest = new ArrayList<Change>();
        for (var side : pack.sides()) {
            answers.add(new Change.Answered(side, sheet.comfort(side)));
            pack.conditions().stream()
                    .filter(condition -> condition.fits(pack.topic(side.topic())))
                    .forEach(c -> rest.add(new Change.Conditioned(side, c, sheet.has(side, c))));
        }
        pack.limits().forEach(limit -> sheet.row(limit).ifPresent(row -> rest.add(new Change.Limited(limit, row))));
        for (var side : pack.choiceSides()) {
            pack.choice(side.choice().value())
                    .orElseThrow()
                    .items()
                    .forEach(item -> rest.add(new Change.Ticked(side, item, sheet.has(side, item))));
        }
        pack.signals().forEach(signal -> rest.add(new Change.Signalled(signal, sheet.has(signal))));
        Stream.of(Setting.values()).forEach(setting -> rest.add(new Change.Pictured(setting, sheet.has(setting))));
        Collections.shuffle(answers, random);
        Collections.shuffle(rest, random);
        answers.addAll(rest);
        for (var from = 0; from < answers.size(); ) {
            var to = Math.min(answers.size(), from + 1 + random.nextInt(60));
            answering.answer(partner, answers.subList(from, to));
            from = to;
        }
    }

    Sheet sheet(Partner partner) {
        return answering.draft(partner).sheet();
    }

    Comfort comfort(Partner partner, int side) {
        return sheet(partner).comfort(pack.sides().get(side));
    }

    /** What this partner has sealed, as it lies in the row. */
    Sheet sealed(Partner partner) {
        var boxes = app.getBean(Boxes.class);
        return app.getBean(Work.class).in(() -> {
            var row = app.getBean(PartnerRows.class).findById(partner.id()).orElseThrow();
            var round =
                    app.getBean(RoundRows.class).newest(partner.conversation()).orElseThrow();
            return boxes.sheet(partner, row.role, Objects.requireNonNull(row.sealed), round);
        });
    }

    /** The clean-up, as if it had run every day until now. */
    boolean cleanUp() {
        jdbc.sql("update instance set cleaned_at = null").update();
        return cleansUp();
    }

    /** The clean-up; tells whether it dared. */
    boolean cleansUp() {
        var cleanUp = app.getBean(CleanUp.class);
        return app.getBean(Work.class).in(cleanUp::clean);
    }

    /** Both seal, and both seals count. */
    void finish(Couple couple) {
        rounds.seal(couple.one());
        rounds.seal(couple.two());
        tick("PT2M");
        counting.sweep();
    }

    /** Rings as somebody who changes something does. */
    void ring(Partner partner) {
        app.getBean(Work.class).in(() -> {
            bell.note(partner.conversation());
            return null;
        });
        bell.ring(partner.conversation());
    }

    Talk talk() {
        return app.getBean(Talk.class);
    }

    Together together() {
        return app.getBean(Together.class);
    }

    /** Each ring of the bell that reaches this partner while something is done. */
    List<String> rings(Partner partner, Runnable doing) {
        var rings = new ArrayList<String>();
        var stop = bell.await(partner, () -> rings.add("rung"));
        doing.run();
        stop.run();
        return rings;
    }

    Overlap shared(Couple couple) {
        finish(couple);
        return sharing.open(couple.one());
    }

    /** Does all of it at the same time and hands back what came out; whatever was thrown is thrown here. */
    @SafeVarargs
    static <T> List<T> together(Callable<T>... work) throws InterruptedException, ExecutionException {
        var all = new ArrayList<Callable<T>>();
        for (var one : work) {
            all.add(one);
        }
        return together(all);
    }

    static <T> List<T> together(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var running = new ArrayList<Future<T>>();
            for (var one : work) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return one.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
