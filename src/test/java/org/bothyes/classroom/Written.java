// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.YamlFile;

/** A short lesson as somebody would write it; docs/lessons.md has the same. */
final class Written {

    static final PackLibrary PACKS = PackLibrary.load(null);

    static final String LESSON = """
            format: 1
            id: first
            pack: guide
            title: "A first talk"
            about: "Two who have just met ask each other for the first time."
            note: "Somebody says no."
            opt_out: "Anyone may step out or stay silent, and nobody asks why."
            goals:
              - "See what stays hidden."
            ground_rules:
              - "We talk about the two, and never about anyone here."
            people:
              a: {name: "Ira", about: "Ira is 31 and likes to plan."}
              b: {name: "Jo", about: "Jo is 40 and likes surprises."}
            sheets:
              a:
                topics:
                  soft-light: yes
                  darkness: no
                  music: yes
                  no-goal: yes
                  show: {give: yes, receive: later}
                  holding: yes
                only_with:
                  soft-light: [slowly]
                limits: {filming: each-time}
                choices:
                  aids: [cushions, water]
                  picture: {give: [hands], receive: [hands]}
                signals: [red]
              b:
                topics:
                  soft-light: yes
                  darkness: yes
                  no-goal: open
                  show: {give: yes, receive: yes}
                  holding: yes
                only_with: {}
                limits: {}
                choices: {}
                signals: []
            steps:
              - id: meet
                title: "Meet the two"
                minutes: [4, 8, 20]
                show: people
                say:
                  - "These two do not exist."
              - id: look
                title: "Look at what both see"
                minutes: [6, 12, 25]
                show: overlap
                say:
                  - "One said no to the dark, so neither sees it."
            questions:
              - "What would you ask next?"
            watch_for:
              - "Somebody who talks about themselves."
            closing: "Thank you for staying with them."
            before:
              - "Is a yes for ever?"
              - "Is silence a yes?"
            after:
              - "Is a yes for ever?"
              - "Is silence a yes?"
            votes:
              - id: yes-to-all
                ask: "Is it a yes to all of it?"
                answers:
                  - "Yes"
                  - "No"
                right: 2
                then: "A yes is to one thing, on one day."
            """;

    private Written() {}

    static Lesson lesson() {
        return read(LESSON);
    }

    static Lesson read(String written) {
        try {
            var file = YamlFile.from("classroom/first.yaml", new ByteArrayInputStream(written.getBytes(UTF_8)));
            return new LessonReader(PACKS).read("first", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
