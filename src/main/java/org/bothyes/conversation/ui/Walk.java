package org.bothyes.conversation.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bothyes.conversation.Draft;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Section;
import org.bothyes.pack.Topic;

/**
 * The steps of one partner, in order: next, back, progress and the minutes left all come from this list. It hangs on
 * nothing but this partner's own draft.
 */
final class Walk {

    private static final int SECONDS_A_LIMIT = 15;
    private static final int SECONDS_FOR_SIGNALS = 45;

    private final Draft draft;
    private final List<Step> steps;

    Walk(Draft draft) {
        this.draft = draft;
        this.steps = List.copyOf(steps(draft.sheet(), draft.whole()));
    }

    /**
     * How far somebody has come in one part.
     *
     * @param section the section; empty for limits and signals, which follow the sections
     * @param answered how many are answered
     * @param all how many are asked
     */
    record Part(Optional<Section> section, int answered, int all) {}

    private static List<Step> steps(Sheet sheet, boolean whole) {
        var steps = new ArrayList<Step>(List.of(new Step.Ready(), new Step.Settings()));
        var pack = sheet.pack();
        pack.topics().stream()
                .filter(t -> t.core() && sheet.pictures(t))
                .map(Step.Question::new)
                .forEach(steps::add);
        steps.add(new Step.More());
        if (whole) {
            for (var section : pack.sections()) {
                section.topics().stream()
                        .filter(t -> !t.core() && sheet.pictures(t))
                        .map(Step.Question::new)
                        .forEach(steps::add);
                section.choices().stream().map(Step.Ask::new).forEach(steps::add);
            }
        }
        pack.limits().stream().filter(sheet::asks).map(Step.Rule::new).forEach(steps::add);
        steps.add(new Step.Signals());
        steps.add(new Step.Check());
        return steps;
    }

    List<Step> steps() {
        return steps;
    }

    boolean has(Step step) {
        return steps.contains(step);
    }

    /** The step that comes next; the last one comes after itself. */
    Step next(Step step) {
        return steps.get(Math.min(steps.indexOf(step) + 1, steps.size() - 1));
    }

    Optional<Step> previous(Step step) {
        var at = steps.indexOf(step);
        return at > 0 ? Optional.of(steps.get(at - 1)) : Optional.empty();
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
                .skip(Math.max(0, steps.indexOf(from)))
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

    static boolean isAnswered(Topic topic, Sheet sheet) {
        return topic.sides().stream().allMatch(side -> sheet.comfort(side) != Comfort.BLANK);
    }
}
