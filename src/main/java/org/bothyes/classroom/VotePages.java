// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a phone in the room sees: a place to type four letters, then the questions. It gives no name and has none. */
@Controller
class VotePages {

    /** The part of the site that the phone's cookie is sent to. */
    private static final String HERE = "/vote";
    /** The most that the field takes; what is longer may be a real code, and is not shown again. */
    private static final int LONGEST = 12;

    private final Polls polls;

    VotePages(Polls polls) {
        this.polls = polls;
    }

    @GetMapping(HERE)
    String look(@CookieValue(name = Ticket.NAME, required = false) @Nullable String cookie, Model model) {
        var ticket = Ticket.read(cookie);
        ticket.flatMap(polls::joinedBy)
                .ifPresentOrElse(
                        poll -> {
                            model.addAttribute("poll", poll);
                            model.addAttribute(
                                    "said",
                                    poll.said(ticket.orElseThrow().secret()).orElse(-1));
                        },
                        () -> model.addAttribute("over", ticket.isPresent()));
        return "vote";
    }

    /** Who is in already stays who they are: a phone has one vote. */
    @PostMapping("/vote/join")
    String join(
            @CookieValue(name = Ticket.NAME, required = false) @Nullable String cookie,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var poll = polls.withCode(code);
        if (poll.isPresent() && poll.equals(Ticket.read(cookie).flatMap(polls::joinedBy))) {
            return "redirect:" + HERE;
        }
        var ticket = new Ticket(poll.map(Poll::code).orElse(""), polls.secret());
        if (poll.isEmpty() || !poll.get().join(ticket.secret())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("code", code.length() > LONGEST ? "" : code);
            model.addAttribute("fault", poll.isEmpty() ? "vote.fault.code" : "vote.fault.full");
            return "vote";
        }
        ticket.keep(HERE, request, response);
        return "redirect:" + HERE;
    }

    @PostMapping(HERE)
    String vote(
            @CookieValue(name = Ticket.NAME, required = false) @Nullable String cookie,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String answer) {
        var ticket = Ticket.read(cookie);
        if (answer.matches("[0-9]")) {
            ticket.flatMap(polls::joinedBy)
                    .ifPresent(poll -> poll.vote(ticket.orElseThrow().secret(), question, Integer.parseInt(answer)));
        }
        return "redirect:" + HERE;
    }

    /** Tells the phone that there is something new, and not what. */
    @GetMapping(path = "/vote/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> news(@CookieValue(name = Ticket.NAME, required = false) @Nullable String cookie) {
        return News.of(Ticket.read(cookie).flatMap(polls::joinedBy), Poll::tellPhone, _ -> "");
    }
}
