// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.bothyes.shell.Texts;

/** The frame of every room: a bar with the way out, one heading, and what the room is for. */
final class Page extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final Header bar = new Header();
    private final Span where = new Span();
    private final Main main = new Main();

    /** @param place the name of the place, in the bar; not what is asked there */
    Page(Texts texts, String place) {
        getContent().addClassName("page");
        where.setText(place);
        where.addClassName("place");
        bar.addClassName("bar");
        bar.add(where, leave(texts));
        getContent().add(bar, main);
    }

    private static Anchor leave(Texts texts) {
        var leave = new Anchor("/away", texts.get("leave"));
        leave.addClassName("leave");
        leave.getElement().setAttribute("data-leave", true).setAttribute("rel", "noreferrer");
        return leave;
    }

    /** The same frame for another place; what stood in it is gone. */
    Page anew(String place) {
        where.setText(place);
        main.removeAll();
        return this;
    }

    /** Puts something between the bar and the heading. */
    Page below(Component component) {
        main.addComponentAsFirst(component);
        return this;
    }

    Page inBar(Component component) {
        bar.addComponentAtIndex(1, component);
        return this;
    }

    /** The heading takes the focus, so that a screen reader starts there after every step. */
    Page title(String title) {
        var heading = new H1(title);
        heading.getElement().setAttribute("tabindex", "-1");
        heading.getElement().executeJs("this.focus({preventScroll: true}); scrollTo(0, 0)");
        main.add(heading);
        return this;
    }

    Page lead(String text) {
        return text("lead", text);
    }

    Page text(String kind, String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName(kind);
        return add(paragraph);
    }

    Page add(Component... components) {
        main.add(components);
        return this;
    }

    Page add(Element element) {
        main.getElement().appendChild(element);
        return this;
    }
}
