package org.bothyes.classroom;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.bothyes.classroom.Scene.Act;
import org.bothyes.classroom.Scene.View;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stage: a lesson made for a projector, on which the educator changes answers while the room looks. */
@Controller
class StagePages {

    private final Lessons lessons;
    private final Texts texts;

    StagePages(Lessons lessons, Texts texts) {
        this.lessons = lessons;
        this.texts = texts;
    }

    @GetMapping("/classroom/{id}/stage")
    @Nullable String begin(@PathVariable String id, Model model, HttpServletResponse response) throws IOException {
        var lesson = lessons.lesson(id);
        if (lesson.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        return show(lesson.get(), Scene.first(lesson.get()), model);
    }

    /** What does not fit the lesson, or is nothing that can be done, changes nothing. */
    @PostMapping("/classroom/{id}/stage")
    @Nullable String act(
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "") String act,
            @RequestParam(defaultValue = "") String ones,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(defaultValue = "") String opened,
            @RequestParam(defaultValue = "0") String uncovered,
            @RequestParam(defaultValue = "") String view,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var found = lessons.lesson(id);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        var lesson = found.get();
        var many = uncovered.matches("[0-9]{1,3}") ? Integer.parseInt(uncovered) : 0;
        var scene = new Scene(ones, others, opened, many, one(View.values(), view, View.BLIND)).orFirst(lesson);
        return show(lesson, next(scene, act, lesson), model);
    }

    private Scene next(Scene scene, String act, Lesson lesson) {
        if (act.matches("[ab] [0-9]{1,3}")) {
            var side = Integer.parseInt(act.substring(2));
            return side < lesson.pack().sides().size() ? scene.turned(act.startsWith("a"), side) : scene;
        }
        var lines = Board.of(lesson, texts).lines().size();
        return Arrays.stream(Act.values())
                .filter(each -> written(each).equals(act))
                .findFirst()
                .map(each -> scene.act(each, lesson, lines))
                .orElse(scene);
    }

    private String show(Lesson lesson, Scene scene, Model model) {
        model.addAttribute("lesson", lesson);
        model.addAttribute("scene", scene);
        model.addAttribute("board", Board.of(lesson, scene.played(lesson), scene.list(lesson), texts));
        return "stage";
    }

    private static <E extends Enum<E>> E one(E[] values, String name, E otherwise) {
        return Arrays.stream(values)
                .filter(each -> written(each).equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
