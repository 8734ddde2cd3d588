// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import org.bothyes.pack.PackLibrary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The pages before the doors: to read, without session, without cookie. Nothing of the address fills a form: a link
 * must neither carry a code nor tick a box for somebody.
 */
@Controller
class DoorPages {

    private final PackLibrary packs;

    DoorPages(PackLibrary packs) {
        this.packs = packs;
    }

    @GetMapping("/start")
    String start(Model model) {
        model.addAttribute("form", StartForm.EMPTY);
        model.addAttribute("packs", packs.packs());
        return "start";
    }

    @GetMapping("/join")
    String join(Model model) {
        model.addAttribute("form", JoinForm.EMPTY);
        return "join";
    }

    /** Where a browser brings back the page of an invitation, which only what was typed leads to. */
    @GetMapping("/invitation")
    String joinAgain() {
        return "redirect:/join";
    }

    @GetMapping("/ended")
    String ended() {
        return "ended";
    }
}
