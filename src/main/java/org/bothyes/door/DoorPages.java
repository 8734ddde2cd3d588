package org.bothyes.door;

import org.bothyes.pack.PackLibrary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The pages before the doors: to read, without session, without cookie. */
@Controller
class DoorPages {

    private final PackLibrary packs;

    DoorPages(PackLibrary packs) {
        this.packs = packs;
    }

    @GetMapping("/")
    String front() {
        return "front";
    }

    @GetMapping("/start")
    String start(@ModelAttribute("form") StartForm form, Model model) {
        model.addAttribute("packs", packs.packs());
        return "start";
    }

    @GetMapping("/join")
    String join(@ModelAttribute("form") JoinForm form) {
        return "join";
    }

    @GetMapping("/return")
    String comeBack(@ModelAttribute("form") ReturnForm form) {
        return "return";
    }

    @GetMapping("/away")
    String away() {
        return "away";
    }
}
