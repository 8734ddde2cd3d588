// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bothyes.pack.PackFault;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** All lessons, read once at start-up: those inside the application, and those of whoever runs it. */
final class Lessons {

    private static final String ENDING = ".yaml";

    private final List<Lesson> lessons;

    private Lessons(List<Lesson> lessons) {
        this.lessons = List.copyOf(lessons);
    }

    /**
     * Reads every lesson.
     *
     * @param extra a folder with further ones, or null for none
     * @throws PackFault if any lesson is not right, or if two have the same id
     */
    static Lessons load(PackLibrary packs, @Nullable Path extra) {
        try {
            var reader = new LessonReader(packs);
            var lessons = new ArrayList<Lesson>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:classroom/*" + ENDING)) {
                lessons.add(read(reader, "classroom/" + file.getFilename(), file));
            }
            if (extra != null) {
                for (var file : under(extra)) {
                    lessons.add(read(reader, file.toString(), new FileSystemResource(file)));
                }
            }
            var ids = new HashSet<String>();
            for (var lesson : lessons) {
                if (!ids.add(lesson.id())) {
                    throw new PackFault(
                            lesson.id() + ENDING,
                            0,
                            "There is already a lesson of this name.",
                            "Give this one another id, and its file the same name.");
                }
            }
            return new Lessons(lessons);
        } catch (IOException e) {
            throw new UncheckedIOException("the lessons cannot be read", e);
        }
    }

    private static Lesson read(LessonReader reader, String place, Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        try (var in = file.getInputStream()) {
            return reader.read(name.substring(0, name.length() - ENDING.length()), YamlFile.from(place, in));
        }
    }

    private static List<Path> under(Path extra) throws IOException {
        if (!Files.isDirectory(extra)) {
            throw new PackFault(extra.toString(), 0, "There is no such folder.", "Create it, or correct the setting.");
        }
        try (var entries = Files.list(extra)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    List<Lesson> all() {
        return lessons;
    }

    /** @throws ResponseStatusException 404, if there is none of this id */
    Lesson asked(String id) {
        return lessons.stream()
                .filter(lesson -> lesson.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
