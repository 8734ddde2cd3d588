// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.bothyes.conversation.Tabs;
import org.bothyes.conversation.Unlocking;
import org.bothyes.conversation.Unlocking.Outcome;
import org.bothyes.vault.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.ModelAndView;

/** The doors for who has been here: coming back, handing the device over, leaving. */
@Controller
class Returns {

    private final Unlocking unlocking;
    private final Entrance entrance;
    private final ReturnCookie cookie;
    private final Clock clock;

    Returns(Unlocking unlocking, Entrance entrance, ReturnCookie cookie, Clock clock) {
        this.clock = clock;
        this.unlocking = unlocking;
        this.entrance = entrance;
        this.cookie = cookie;
    }

    /** Asks for the PIN alone where the cookie brings the code, else for both. */
    @GetMapping("/return")
    ModelAndView page(HttpServletRequest request) {
        return cookie.codes(request).isEmpty()
                ? new ModelAndView("return").addObject("form", ReturnForm.EMPTY)
                : unlockPage(new ModelAndView("unlock").addObject("form", ReturnForm.EMPTY), request);
    }

    /** For who has a code of their own in a browser that knows another. */
    @GetMapping("/return/code")
    ModelAndView codePage() {
        return new ModelAndView("return").addObject("form", ReturnForm.EMPTY);
    }

    @PostMapping("/return")
    ModelAndView comeBack(
            @ModelAttribute("form") ReturnForm form, HttpServletRequest request, HttpServletResponse response) {
        var code = Secret.parse(JoinForm.atMost(form.code()));
        return code.map(known -> come(known, form, request, response, "return", "return.wrong"))
                .orElseGet(() -> Doors.again("return", "return.wrong"));
    }

    @PostMapping("/unlock")
    ModelAndView unlock(
            @ModelAttribute("form") ReturnForm form, HttpServletRequest request, HttpServletResponse response) {
        var codes = cookie.codes(request);
        var code = codes.size() == 1
                ? codes.values().stream().findFirst()
                : Optional.ofNullable(form.who()).map(codes::get);
        return code.map(known -> unlockPage(come(known, form, request, response, "unlock", "unlock.wrong"), request))
                .orElseGet(() -> codes.isEmpty()
                        ? Doors.again("return", "unlock.over")
                        : unlockPage(Doors.again("unlock", "unlock.who"), request));
    }

    private ModelAndView come(
            Secret code,
            ReturnForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            String page,
            String wrong) {
        return switch (unlocking.unlock(code, form.typed())) {
            case Outcome.In(var partner) -> entrance.back(partner, code, request, response);
            case Outcome.Wrong() -> Doors.again(page, wrong);
            case Outcome.Wait(var minutes) -> Doors.again(page, "unlock.wait").addObject("minutes", minutes);
        };
    }

    private ModelAndView unlockPage(ModelAndView page, HttpServletRequest request) {
        return page.addObject("two", cookie.codes(request).size() == 2);
    }

    /**
     * Hands the device over: every key in this browser is dropped and the session gets another id; the sealed codes stay,
     * so that each of the two needs just a PIN.
     */
    @PostMapping("/hand-over")
    ModelAndView handOver(@ModelAttribute("form") JoinForm form, HttpServletRequest request) {
        tabs(request).ifPresent(tabs -> {
            tabs.lockAll();
            request.changeSessionId();
        });
        return new ModelAndView("cover")
                .addObject("code", JoinForm.atMost(form.code()))
                .addObject("two", cookie.codes(request).size() == 2);
    }

    @PostMapping("/leave")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        cookie.forget(request, response);
        return ResponseEntity.noContent().build();
    }

    /** Somebody is there: the tab stays open. */
    @PostMapping("/awake")
    ResponseEntity<Void> awake(@RequestBody(required = false) @Nullable String handle, HttpServletRequest request) {
        tabs(request).flatMap(tabs -> tabs.find(handle)).ifPresent(tab -> tab.used(clock.instant()));
        return ResponseEntity.noContent().build();
    }

    /** The browser has locked a tab. */
    @PostMapping("/lock")
    ResponseEntity<Void> lock(@RequestBody(required = false) @Nullable String handle, HttpServletRequest request) {
        tabs(request).ifPresent(tabs -> tabs.lock(handle));
        return ResponseEntity.noContent().build();
    }

    private static void end(HttpServletRequest request) {
        tabs(request).ifPresent(Tabs::lockAll);
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static Optional<Tabs> tabs(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Tabs) session.getAttribute(Tabs.ATTRIBUTE));
    }
}
