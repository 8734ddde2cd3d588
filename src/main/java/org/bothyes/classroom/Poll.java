// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.bothyes.classroom.Lesson.Vote;

/**
 * The questions of one lesson, put to the phones in a room. It is in memory alone and gone with the room. Nobody is told
 * which phone said what: what the room sees is rounded, comes when the educator shows it, and stays as it is then.
 */
final class Poll {

    /** With fewer votes nothing is shown: in a small group a bar could tell who said what. */
    static final int LEAST_VOTES = 8;
    /** More phones than this do not get in. */
    static final int MOST_PHONES = 500;

    private static final int TENTHS = 10;

    private final Lesson lesson;
    private final String code;
    private final String key;
    private final Set<String> phones = new HashSet<>();
    private final Map<String, Integer> votes = new HashMap<>();
    private final Collection<Runnable> stages = new CopyOnWriteArrayList<>();
    private final Collection<Runnable> waiting = new CopyOnWriteArrayList<>();
    private int asked = -1;
    private boolean shown;
    private List<Integer> bars = List.of();

    /**
     * @param code four letters that let a phone in
     * @param key what shows that it is the educator who asks; too long to be guessed
     */
    Poll(Lesson lesson, String code, String key) {
        this.lesson = lesson;
        this.code = code;
        this.key = key;
    }

    Lesson lesson() {
        return lesson;
    }

    String key() {
        return key;
    }

    public String code() {
        return code;
    }

    /** The question that was put last; none before the first and after the last. */
    public synchronized Optional<Vote> question() {
        return asked >= 0 && asked < lesson.votes().size()
                ? Optional.of(lesson.votes().get(asked))
                : Optional.empty();
    }

    public synchronized boolean isOver() {
        return asked >= lesson.votes().size();
    }

    /** Whether the room has been shown what was said; no vote counts after that. */
    public synchronized boolean isShown() {
        return shown;
    }

    public synchronized int phones() {
        return phones.size();
    }

    public synchronized int votes() {
        return votes.size();
    }

    /**
     * What is shown: for each answer how many tenths of the votes it has, so roughly that nobody can be picked out. From 1
     * (“few or none”) to 9 (“most”): not even who agree in everything learn that they do. Empty before it is shown, and with
     * too few votes.
     */
    public synchronized List<Integer> bars() {
        return bars;
    }

    /** @return false where no more phones get in */
    boolean join(String phone) {
        synchronized (this) {
            if (phones.size() >= MOST_PHONES) {
                return false;
            }
            phones.add(phone);
        }
        stages.forEach(Runnable::run);
        return true;
    }

    synchronized boolean knows(String phone) {
        return phones.contains(phone);
    }

    /** What this phone has said to the question, counted from 0. */
    synchronized Optional<Integer> said(String phone) {
        return Optional.ofNullable(votes.get(phone));
    }

    /** A phone has one vote and may change it until the room is shown. What comes too late or fits nothing is passed over. */
    void vote(String phone, String question, int answer) {
        synchronized (this) {
            var fits = question()
                    .filter(each -> each.id().equals(question))
                    .filter(each -> answer >= 0 && answer < each.answers().size());
            if (shown || fits.isEmpty() || !phones.contains(phone)) {
                return;
            }
            votes.put(phone, answer);
        }
        stages.forEach(Runnable::run);
    }

    /** Puts the next question, or shows what was said to this one. */
    void goOn() {
        synchronized (this) {
            if (question().isPresent() && !shown) {
                shown = true;
                bars = count();
            } else if (!isOver()) {
                asked++;
                clear();
            }
        }
        tellAll();
    }

    /** Puts the same question anew; what was said is gone. */
    void askAgain() {
        synchronized (this) {
            clear();
        }
        tellAll();
    }

    private void clear() {
        votes.clear();
        shown = false;
        bars = List.of();
    }

    private List<Integer> count() {
        if (votes.size() < LEAST_VOTES) {
            return List.of();
        }
        var counts = new int[question().orElseThrow().answers().size()];
        votes.values().forEach(answer -> counts[answer]++);
        return IntStream.of(counts).mapToObj(this::rounded).toList();
    }

    private int rounded(int count) {
        var tenths = Math.round((float) TENTHS * count / votes.size());
        return Math.clamp(tenths, 1, TENTHS - 1);
    }

    /** Has the educator's stage told of every vote, and of each change. */
    void tellStage(Runnable listener) {
        stages.add(listener);
    }

    /** Has a phone told of each change, and of no vote. */
    void tellPhone(Runnable listener) {
        waiting.add(listener);
    }

    void forget(Runnable listener) {
        stages.remove(listener);
        waiting.remove(listener);
    }

    void tellAll() {
        var all = new ArrayList<>(stages);
        all.addAll(waiting);
        all.forEach(Runnable::run);
    }
}
