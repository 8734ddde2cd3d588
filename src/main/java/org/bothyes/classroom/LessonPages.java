package org.bothyes.classroom;

import org.bothyes.shell.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lessons, for anybody to read, to show and to print. */
@Controller
class LessonPages {

    private final Lessons lessons;
    private final Texts texts;

    LessonPages(Lessons lessons, Texts texts) {
        this.lessons = lessons;
        this.texts = texts;
    }

    @GetMapping("/classroom")
    String all(Model model) {
        model.addAttribute("lessons", lessons.all());
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
