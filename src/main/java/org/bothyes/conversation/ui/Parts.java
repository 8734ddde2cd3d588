// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** The few things pages are put together from, so that they look the same everywhere. */
final class Parts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Parts() {}

    /** The first whole day from a moment on, so that what is promised for a day holds all of it. */
    static String firstDay(Instant instant) {
        return day(instant.plus(Duration.ofDays(1)).minusNanos(1));
    }

    /** A day as it is written in a sentence, by the reader's own clock, as their browser tells it. */
    static String day(Instant instant) {
        var ahead = UI.getCurrent().getPage().getExtendedClientDetails().getTimezoneOffset();
        return DAY.format(instant.plusMillis(ahead));
    }

    /** The one clear next thing on a page. */
    static Button go(String text, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.addClassName("go");
        return button;
    }

    static Button quiet(String text, Runnable action) {
        var button = go(text, action);
        button.addClassName("quiet");
        return button;
    }

    /** A link to another room. */
    static Anchor link(String path, String text) {
        var link = new Anchor("/c/" + path, text);
        link.addClassName("link");
        return link;
    }

    /** A link to another room that is the one clear next thing on a page. */
    static Anchor way(String path, String text) {
        var link = new Anchor("/c/" + path, text);
        link.addClassName("go");
        return link;
    }

    /** A link to a door. */
    static Anchor door(String path, String text) {
        var link = new Anchor(path, text);
        link.getElement().setAttribute("router-ignore", true);
        link.addClassName("link");
        return link;
    }

    static Paragraph text(String kind, String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName(kind);
        return paragraph;
    }

    static Span span(String kind, String text) {
        var span = new Span(text);
        span.addClassName(kind);
        return span;
    }

    static Section section(String title, Component... content) {
        var section = new Section(new H2(title));
        section.add(content);
        return section;
    }

    static UnorderedList list(Collection<String> lines) {
        var list = new UnorderedList();
        list.addClassName("plain");
        lines.forEach(line -> list.add(new ListItem(line)));
        return list;
    }

    static NativeDetails details(String summary, Component content) {
        return new NativeDetails(summary, content);
    }
}
