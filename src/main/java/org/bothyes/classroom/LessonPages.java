// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The lessons, for anybody to read, to show and to print. */
@Controller
class LessonPages {

    private final Lessons lessons;
    private final PackLibrary packs;
    private final Texts texts;
    private final boolean rooms;

    /** @param rooms whether there is anything beside the classroom and the open pages */
    LessonPages(Lessons lessons, PackLibrary packs, Texts texts, @Value("${both-yes.rooms:true}") boolean rooms) {
        this.lessons = lessons;
        this.packs = packs;
        this.texts = texts;
        this.rooms = rooms;
    }

    @ModelAttribute("rooms")
    boolean rooms() {
        return rooms;
    }

    @GetMapping("/classroom")
    String all(Model model) {
        model.addAttribute("lessons", lessons.all());
        model.addAttribute("packs", packs.packs());
        return "classroom";
    }

    @GetMapping("/classroom/{id}")
    String one(@PathVariable String id, Model model) {
        return show("lesson", id, model);
    }

    /** For the educator's own screen, beside the stage on the wall. */
    @GetMapping("/classroom/{id}/presenter")
    String presenter(@PathVariable String id, Model model) {
        model.addAttribute("versions", Lesson.VERSIONS);
        return show("presenter", id, model);
    }

    private String show(String page, String id, Model model) {
        var lesson = lessons.asked(id);
        model.addAttribute("lesson", lesson);
        model.addAttribute("board", Board.of(lesson, texts));
        return page;
    }
}
