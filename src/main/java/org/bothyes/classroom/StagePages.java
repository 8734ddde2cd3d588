// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bothyes.classroom.Scene.Act;
import org.bothyes.classroom.Scene.View;
import org.bothyes.shell.Qr;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stage: a lesson made for a projector, on which the educator changes answers while the room looks. */
@Controller
class StagePages {

    private final Lessons lessons;
    private final Polls polls;
    private final Texts texts;

    StagePages(Lessons lessons, Polls polls, Texts texts) {
        this.lessons = lessons;
        this.polls = polls;
        this.texts = texts;
    }

    @GetMapping("/classroom/{id}/stage")
    String begin(
            @PathVariable String id,
            @CookieValue(name = Ticket.NAME, required = false) @Nullable String cookie,
            Model model,
            HttpServletRequest request) {
        var lesson = lessons.asked(id);
        return show(lesson, Scene.first(lesson), poll(cookie, lesson), model, request);
    }

    /** What does not fit the lesson, or is nothing that can be done, changes nothing. */
    @PostMapping("/classroom/{id}/stage")
    String act(
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "") String done,
            @RequestParam(defaultValue = "") String ones,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(defaultValue = "") String opened,
            @RequestParam(defaultValue = "0") String uncovered,
            @RequestParam(defaultValue = "") String view,
            @CookieValue(name = Ticket.NAME, required = false) @Nullable String cookie,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var lesson = lessons.asked(id);
        var many = uncovered.matches("[0-9]{1,3}") ? Integer.parseInt(uncovered) : 0;
        var scene =
                new Scene(ones, others, opened, many, named(View.values(), view).orElse(View.BLIND)).orFirst(lesson);
        var act = named(Act.values(), done).orElse(Act.STAY);
        var poll = lead(act, scene, poll(cookie, lesson), () -> open(lesson, request, response));
        if (act == Act.RESET) {
            Ticket.drop(here(lesson), request, response);
        }
        return show(lesson, next(scene, act, done, lesson), poll, model, request);
    }

    /**
     * What an act means to the phones in the room.
     *
     * @return the poll that goes on
     */
    private Optional<Poll> lead(Act act, Scene scene, Optional<Poll> poll, Supplier<Poll> open) {
        switch (act) {
            case UNCOVER -> poll.filter(_ -> scene.view() == View.VOTE).ifPresent(Poll::goOn);
            case AGAIN -> poll.ifPresent(Poll::askAgain);
            case RESET -> poll.ifPresent(polls::end);
            default -> {}
        }
        return switch (act) {
            case VOTE -> poll.or(() -> Optional.of(open.get()));
            case RESET -> Optional.empty();
            default -> poll;
        };
    }

    private Poll open(Lesson lesson, HttpServletRequest request, HttpServletResponse response) {
        var poll = polls.open(lesson);
        new Ticket(poll.code(), poll.key()).keep(here(lesson), request, response);
        return poll;
    }

    /** Tells the stage how many have voted. */
    @GetMapping(path = "/classroom/{id}/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> news(
            @PathVariable String id, @CookieValue(name = Ticket.NAME, required = false) @Nullable String cookie) {
        return News.of(poll(cookie, lessons.asked(id)), Poll::tellStage, poll -> poll.phones() + " " + poll.votes());
    }

    private Optional<Poll> poll(@Nullable String cookie, Lesson lesson) {
        return Ticket.read(cookie)
                .flatMap(polls::withKey)
                .filter(poll -> poll.lesson().id().equals(lesson.id()));
    }

    /** The part of the site that the educator's cookie is sent to. */
    private static String here(Lesson lesson) {
        return "/classroom/" + lesson.id();
    }

    private static Scene next(Scene scene, Act act, String done, Lesson lesson) {
        if (done.matches("[ab] [0-9]{1,3}")) {
            var side = Integer.parseInt(done.substring(2));
            return side < lesson.pack().sides().size() ? scene.turned(done.startsWith("a"), side) : scene;
        }
        return scene.act(act, lesson);
    }

    private String show(Lesson lesson, Scene scene, Optional<Poll> poll, Model model, HttpServletRequest request) {
        model.addAttribute("lesson", lesson);
        model.addAttribute("scene", scene);
        model.addAttribute("board", Board.of(lesson, scene.played(lesson), scene.list(lesson), texts));
        poll.filter(_ -> scene.view() == View.VOTE).ifPresent(each -> {
            var addresses =
                    Reach.of(request).stream().map(address -> address + "/vote").toList();
            model.addAttribute("poll", each);
            model.addAttribute("addresses", addresses);
            addresses.stream()
                    .findFirst()
                    .ifPresent(address -> model.addAttribute("qr", Qr.of(address + "#" + each.code())));
        });
        return "stage";
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
