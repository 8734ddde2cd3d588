// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.List;
import java.util.Random;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.pack.Topic;

/** Sheets by chance over any pack, the same ones for the same seed. */
public final class Dice {

    private static final List<Comfort> NOT_SHARED = List.of(Comfort.BLANK, Comfort.NO, Comfort.LATER);
    private static final List<Comfort> SHARED = List.of(Comfort.OPEN, Comfort.YES);
    private static final List<Comfort> ANY = List.of(Comfort.values());

    private final Pack pack;
    private final Random random;

    /** By side, worked out once: looking them up is most of the work otherwise. */
    private final List<Topic> topics;

    private final List<List<Condition>> fitting;

    public Dice(Pack pack, long seed) {
        this.pack = pack;
        this.random = new Random(seed);
        this.topics =
                pack.sides().stream().map(side -> pack.topic(side.topic())).toList();
        this.fitting = topics.stream()
                .map(topic -> pack.conditions().stream()
                        .filter(condition -> condition.fits(topic))
                        .toList())
                .toList();
    }

    /** Anything at all: from a sheet that says hardly anything to one that says nearly everything. */
    public Sheet sheet() {
        var eager = random.nextDouble();
        var chatty = random.nextDouble();
        var marks = new Draft(Sheet.blank(pack));
        for (var side : pack.sides()) {
            marks.answer(side, one(random.nextDouble() < eager ? SHARED : ANY));
            conditions(marks, side, chatty * chatty);
        }
        for (var limit : pack.limits()) {
            if (random.nextDouble() < chatty) {
                marks.say(new Change.Limited(limit, random.nextInt(limit.rows().size())));
            }
        }
        ticks(marks, chatty);
        signals(marks, chatty);
        if (random.nextInt(3) == 0) {
            settings(marks);
        }
        return marks.sheet;
    }

    /** Anything that has no topic in common with this sheet, and as much of everything else as it likes. */
    public Sheet sharingNothingWith(Sheet partner) {
        var marks = new Draft(sheet());
        for (var side : pack.sides()) {
            if (counts(partner, pack.sides().get(side.mirror()))) {
                marks.answer(side, one(NOT_SHARED));
            }
        }
        return marks.sheet;
    }

    /**
     * The second sheet with everything changed at random that the first partner must not be able to tell: worked out
     * from the product's table, without asking the rule.
     */
    public Sheet sameForPartner(Sheet partner, Sheet sheet) {
        var nothing = pack.sides().stream().noneMatch(side -> sharedWith(partner, sheet, side));
        var marks = new Draft(sheet);
        settingsAround(marks, partner);
        for (var side : pack.sides()) {
            sameAnswer(marks, partner, sheet, side);
        }
        if (nothing) {
            marks.freely();
        } else {
            for (var limit : pack.limits()) {
                sameRow(marks, partner, sheet, limit);
            }
            sameTicks(marks, partner);
            for (var signal : pack.signals()) {
                if (partner.has(signal)) {
                    marks.say(new Change.Signalled(signal, random.nextBoolean()));
                }
            }
        }
        return marks.sheet;
    }

    /** Settings are free as long as no shared topic falls out of them. */
    private void settingsAround(Draft marks, Sheet partner) {
        var before = marks.sheet;
        settings(marks);
        var lost = pack.sides().stream()
                .anyMatch(side -> sharedWith(partner, before, side) && !marks.sheet.pictures(topicOf(side)));
        if (lost) {
            marks.sheet = before;
        }
    }

    private void sameAnswer(Draft marks, Sheet partner, Sheet before, Topic.Side side) {
        var across = pack.sides().get(side.mirror());
        if (sharedWith(partner, before, side)) {
            if (partner.comfort(across) == Comfort.OPEN) {
                marks.answer(side, one(SHARED));
            }
            for (var condition : fitting.get(side.index())) {
                if (partner.has(across, condition)) {
                    marks.say(new Change.Conditioned(side, condition, random.nextBoolean()));
                }
            }
        } else {
            var free = !counts(partner, across) || !marks.sheet.pictures(topicOf(side));
            marks.answer(side, one(free ? ANY : NOT_SHARED));
            conditions(marks, side, 0.1);
        }
    }

    private void sameRow(Draft marks, Sheet partner, Sheet before, Limit limit) {
        var depends = !limit.onlyWith().isEmpty();
        var stands = limit.onlyWith().stream()
                .map(pack::limit)
                .anyMatch(other ->
                        partner.row(other).orElse(0) > 0 && before.row(other).orElse(0) > 0);
        var theirs = partner.row(limit).orElse(0);
        var mine = before.row(limit).orElse(0);
        var rows = limit.rows().size();
        if (depends && !stands) {
            marks.say(new Change.Limited(limit, random.nextInt(rows)));
        } else if (mine >= theirs) {
            marks.say(new Change.Limited(limit, theirs + random.nextInt(rows - theirs)));
        } else if (mine == 0) {
            marks.say(new Change.Limited(limit, 0));
        }
    }

    private void sameTicks(Draft marks, Sheet partner) {
        for (var choice : pack.choices()) {
            for (var side : choice.sides()) {
                var across = pack.choiceSides().get(side.mirror());
                for (var item : choice.items()) {
                    if (!partner.has(across, item)) {
                        marks.say(new Change.Ticked(side, item, random.nextBoolean()));
                    }
                }
            }
        }
    }

    private boolean sharedWith(Sheet partner, Sheet sheet, Topic.Side side) {
        return counts(sheet, side) && counts(partner, pack.sides().get(side.mirror()));
    }

    /** Whether an answer is one that can be shared. */
    private boolean counts(Sheet sheet, Topic.Side side) {
        return SHARED.contains(sheet.comfort(side)) && sheet.pictures(topicOf(side));
    }

    private void conditions(Draft marks, Topic.Side side, double often) {
        for (var condition : fitting.get(side.index())) {
            if (random.nextDouble() < often) {
                marks.say(new Change.Conditioned(side, condition, random.nextBoolean()));
            }
        }
    }

    private void ticks(Draft marks, double often) {
        for (var choice : pack.choices()) {
            for (var side : choice.sides()) {
                for (var item : choice.items()) {
                    if (random.nextDouble() < often) {
                        marks.say(new Change.Ticked(side, item, random.nextBoolean()));
                    }
                }
            }
        }
    }

    private void signals(Draft marks, double often) {
        for (var signal : pack.signals()) {
            marks.say(new Change.Signalled(signal, random.nextDouble() < often));
        }
    }

    private void settings(Draft marks) {
        for (var setting : Setting.values()) {
            marks.say(new Change.Pictured(setting, random.nextBoolean()));
        }
    }

    private Topic topicOf(Topic.Side side) {
        return topics.get(side.index());
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A sheet that is still being written. */
    private final class Draft {

        private Sheet sheet;

        Draft(Sheet sheet) {
            this.sheet = sheet;
        }

        void say(Change change) {
            sheet = sheet.with(change);
        }

        void answer(Topic.Side side, Comfort comfort) {
            say(new Change.Answered(side, comfort));
        }

        void freely() {
            for (var limit : pack.limits()) {
                say(new Change.Limited(limit, random.nextInt(limit.rows().size())));
            }
            ticks(this, 1);
            signals(this, 0.5);
        }
    }
}
