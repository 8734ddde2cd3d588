// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Pdf;
import org.bothyes.shell.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What an educator prints for a class. Each is made for the first who asks, and the same for everybody. */
@Controller
class Handouts {

    private final ITemplateEngine templates;
    private final Lessons lessons;
    private final PackLibrary packs;
    private final Texts texts;
    /** By template and id: at most one for each lesson and pack there is. */
    private final Map<List<String>, byte[]> made = new ConcurrentHashMap<>();

    Handouts(ITemplateEngine templates, Lessons lessons, PackLibrary packs, Texts texts) {
        this.templates = templates;
        this.lessons = lessons;
        this.packs = packs;
        this.texts = texts;
    }

    /** The questions of a pack with nothing filled in, for everybody to keep. */
    @GetMapping("/classroom/worksheet/{id}.pdf")
    ResponseEntity<byte[]> worksheet(@PathVariable String id) {
        var pack = packs.pack(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pdf("worksheet", id, Map.of("pack", pack));
    }

    @GetMapping("/classroom/{id}/plan.pdf")
    ResponseEntity<byte[]> plan(@PathVariable String id) {
        var lesson = lessons.asked(id);
        return pdf("plan", id, Map.of("lesson", lesson, "board", Board.of(lesson, texts)));
    }

    /** Rules for a room to talk over, change and put on the wall. */
    @GetMapping("/classroom/room-rules.pdf")
    ResponseEntity<byte[]> rules() {
        return pdf("room-rules", "", Map.of());
    }

    private ResponseEntity<byte[]> pdf(String template, String id, Map<String, Object> about) {
        var bytes = made.computeIfAbsent(
                List.of(template, id), _ -> Pdf.of(templates.process(template, new Context(Locale.ENGLISH, about))));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(bytes);
    }
}
