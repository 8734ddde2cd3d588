// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bothyes.conversation.Draft;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Section;
import org.bothyes.pack.Topic;

/**
 * The steps of one partner, in order: next, back, progress and the minutes left all come from this list. It hangs on
 * nothing but this partner's own draft.
 */
final class Walk {

    private static final int MANY = 10;
    private static final int SECONDS_A_LIMIT = 15;
    private static final int SECONDS_FOR_SIGNALS = 45;

    private final Draft draft;
    private final List<Step> every;
    private final List<Step> steps;

    Walk(Draft draft) {
        this.draft = draft;
        this.every = everyStep(draft.sheet().pack());
        this.steps = every.stream().filter(step -> isOnTheWay(step, draft)).toList();
    }

    /**
     * How far somebody has come in one part.
     *
     * @param section the section; empty for limits and signals, which follow the sections
     * @param answered how many are answered
     * @param all how many are asked
     */
    record Part(Optional<Section> section, int answered, int all) {}

    /** Every step there can be, in order, whatever somebody pictures. */
    private static List<Step> everyStep(Pack pack) {
        var steps = new ArrayList<Step>(List.of(new Step.Ready(), new Step.Settings()));
        pack.topics().stream().filter(Topic::core).map(Step.Question::new).forEach(steps::add);
        steps.add(new Step.More());
        for (var section : pack.sections()) {
            section.topics().stream()
                    .filter(topic -> !topic.core())
                    .map(Step.Question::new)
                    .forEach(steps::add);
            section.choices().stream().map(Step.Ask::new).forEach(steps::add);
        }
        pack.limits().stream().map(Step.Rule::new).forEach(steps::add);
        steps.add(new Step.Signals());
        steps.add(new Step.Check());
        return steps;
    }

    private static boolean isOnTheWay(Step step, Draft draft) {
        return (draft.whole() || !isBeyondShortRound(step))
                && switch (step) {
                    case Step.Question(var topic) -> draft.sheet().pictures(topic);
                    case Step.Rule(var limit) -> draft.sheet().asks(limit);
                    default -> true;
                };
    }

    /** Whether a step belongs to the longer way only. */
    static boolean isBeyondShortRound(Step step) {
        return switch (step) {
            case Step.Question(var topic) -> !topic.core();
            case Step.Ask ignored -> true;
            default -> false;
        };
    }

    List<Step> steps() {
        return steps;
    }

    /** The step that comes next, also for one that was jumped to beside the way; the last one comes after itself. */
    Step next(Step step) {
        return every.stream()
                .skip(every.indexOf(step) + 1L)
                .filter(steps::contains)
                .findFirst()
                .orElse(steps.getLast());
    }

    Optional<Step> previous(Step step) {
        return every.subList(0, Math.max(0, every.indexOf(step))).reversed().stream()
                .filter(steps::contains)
                .findFirst();
    }

    /**
     * A place in a run of like steps.
     *
     * @param number counted from 1
     * @param of how many there are
     */
    record Position(int number, int of) {}

    /** Which of the short round, of its section or of the limits a step is; empty where that says nothing. */
    Optional<Position> position(Step step) {
        var run = steps.stream().filter(other -> isOneRun(step, other)).toList();
        return run.contains(step) ? Optional.of(new Position(run.indexOf(step) + 1, run.size())) : Optional.empty();
    }

    private static boolean isOneRun(Step step, Step other) {
        return switch (step) {
            case Step.Question(var topic) ->
                other instanceof Step.Question(var next)
                        && topic.core() == next.core()
                        && (topic.core() || topic.section().equals(next.section()));
            case Step.Rule ignored -> other instanceof Step.Rule;
            default -> false;
        };
    }

    /** Where limits begin: where "finish here" leads. */
    Step firstRule() {
        return steps.stream().filter(Step.Rule.class::isInstance).findFirst().orElse(new Step.Signals());
    }

    /** The first step of a section, in the longer way where the short round has none. */
    static Step first(Section section, Sheet sheet) {
        return section.topics().stream()
                .filter(sheet::pictures)
                .findFirst()
                .or(() -> section.topics().stream().findFirst())
                .<Step>map(Step.Question::new)
                .orElse(new Step.More());
    }

    /** Every section of the pack, whatever somebody pictures, then the limits. */
    List<Part> parts() {
        var sheet = draft.sheet();
        var parts = new ArrayList<Part>();
        for (var section : sheet.pack().sections()) {
            var answered = (int)
                    section.topics().stream().filter(t -> isAnswered(t, sheet)).count();
            parts.add(new Part(Optional.of(section), answered, section.topics().size()));
        }
        var rules = sheet.pack().limits().stream().filter(sheet::asks).toList();
        var chosen = (int) rules.stream().filter(l -> sheet.row(l).isPresent()).count();
        parts.add(new Part(Optional.empty(), chosen, rules.size()));
        return parts;
    }

    /** About how long what is not answered yet will take from here on, in whole minutes, at least one. */
    int minutesLeft(Step from) {
        var seconds = steps.stream()
                .filter(step -> every.indexOf(step) >= every.indexOf(from))
                .mapToInt(this::seconds)
                .sum();
        return Math.max(1, (seconds + 59) / 60);
    }

    private int seconds(Step step) {
        var sheet = draft.sheet();
        return switch (step) {
            case Step.Question(var topic) -> isAnswered(topic, sheet) ? 0 : seconds(topic);
            case Step.Rule(var limit) -> sheet.row(limit).isPresent() ? 0 : SECONDS_A_LIMIT;
            case Step.Signals() -> SECONDS_FOR_SIGNALS;
            default -> 0;
        };
    }

    private int seconds(Topic topic) {
        var section = draft.sheet().pack().section(topic.section().value()).orElseThrow();
        return section.minutes() * 60 / section.topics().size();
    }

    /** Whether somebody has answered a good many topics and all of them alike: a reason for a gentle word. */
    static boolean isAllTheSame(Sheet sheet) {
        var answers = sheet.pack().sides().stream()
                .filter(side -> sheet.pictures(sheet.pack().topic(side.topic())))
                .map(sheet::comfort)
                .filter(comfort -> comfort != Comfort.BLANK)
                .toList();
        return answers.size() >= MANY && answers.stream().distinct().count() == 1;
    }

    static boolean isAnswered(Topic topic, Sheet sheet) {
        return topic.sides().stream().allMatch(side -> sheet.comfort(side) != Comfort.BLANK);
    }
}
