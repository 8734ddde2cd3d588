// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.bothyes.conversation.Conversations;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.vault.Pin;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The doors for who has not been here: start and join. Each is a post, so that neither a link preview nor the back
 * button opens one, and each leads in through a page that gives the tab its handle.
 */
@Controller
class Doors {

    private final Conversations conversations;
    private final PackLibrary packs;
    private final Entrance entrance;

    Doors(Conversations conversations, PackLibrary packs, Entrance entrance) {
        this.conversations = conversations;
        this.packs = packs;
        this.entrance = entrance;
    }

    @PostMapping("/start")
    ModelAndView start(
            @ModelAttribute("form") StartForm form, HttpServletRequest request, HttpServletResponse response) {
        var pack = pack(form);
        if (!form.complete() || pack.isEmpty()) {
            return startAgain("door.tick-both");
        }
        var chosen = form.chosen();
        return chosen.fault().map(this::startAgain).orElseGet(() -> {
            var together = Boolean.TRUE.equals(form.together());
            return entrance.welcome(
                    conversations.start(pack.get(), Pin.typed(chosen.pin()), together), request, response);
        });
    }

    private ModelAndView startAgain(String fault) {
        return again("start", fault).addObject("packs", packs.packs());
    }

    private Optional<Pack> pack(StartForm form) {
        return packs.packs().size() == 1
                ? Optional.of(packs.packs().getFirst())
                : Optional.ofNullable(form.pack()).flatMap(packs::pack);
    }

    /** What the invitation leads to, for who has code and words. Nothing is used up. */
    @PostMapping("/invitation")
    ModelAndView look(@ModelAttribute("form") JoinForm form) {
        return offer(form, new ModelAndView("invited"));
    }

    @PostMapping("/join")
    ModelAndView join(@ModelAttribute("form") JoinForm form, HttpServletRequest request, HttpServletResponse response) {
        if (!form.complete()) {
            return offer(form, again("invited", "door.tick-both"));
        }
        var chosen = form.chosen();
        return chosen.fault().map(fault -> offer(form, again("invited", fault))).orElseGet(() -> conversations
                .join(JoinForm.atMost(form.code()), JoinForm.atMost(form.words()), Pin.typed(chosen.pin()))
                .map(welcome -> entrance.welcome(welcome, request, response))
                .orElseGet(() -> again("join", "join.wrong")));
    }

    private ModelAndView offer(JoinForm form, ModelAndView page) {
        return conversations
                .look(JoinForm.atMost(form.code()), JoinForm.atMost(form.words()))
                .map(offer -> page.addObject("pack", offer.pack()).addObject("together", offer.together()))
                .orElseGet(() -> again("join", "join.wrong"));
    }

    static ModelAndView again(String page, String fault) {
        return new ModelAndView(page, HttpStatus.UNPROCESSABLE_CONTENT).addObject("fault", fault);
    }
}
