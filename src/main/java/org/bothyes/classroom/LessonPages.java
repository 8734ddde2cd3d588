package org.bothyes.classroom;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;
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
    @Nullable String one(@PathVariable String id, Model model, HttpServletResponse response) throws IOException {
        var lesson = lessons.lesson(id);
        if (lesson.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        model.addAttribute("lesson", lesson.get());
        model.addAttribute("board", Board.of(lesson.get(), texts));
        return "lesson";
    }
}
