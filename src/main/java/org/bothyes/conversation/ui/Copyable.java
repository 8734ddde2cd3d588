// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.bothyes.shell.Texts;

/** Something to take along: it stands there to read aloud, with buttons to copy it and, where a phone can, to share it. */
final class Copyable extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final Texts texts;
    private final String id;
    private final String name;

    /** @param name what it is, for who hears one button among others */
    Copyable(Texts texts, String id, String name, String text) {
        this.texts = texts;
        this.id = id;
        this.name = name;
        var shown = new Span(text);
        shown.setId(id);
        shown.addClassName("take");
        getContent().addClassName("copyable");
        getContent().add(shown, button("take.copy", "data-copy"));
    }

    /** Can be shared too; the button is seen where the browser knows how to. */
    Copyable toShare() {
        var share = button("take.share", "data-share");
        share.addClassName("share");
        share.getElement().setAttribute("data-text", texts.get("take.share.text"));
        getContent().add(share);
        return this;
    }

    private NativeButton button(String key, String does) {
        var done = new Span();
        done.getElement().setAttribute("role", "status");
        var button = new NativeButton(texts.get(key));
        button.addClassName("chip");
        button.setAriaLabel(texts.get("take.what", texts.get(key), name));
        button.getElement().setAttribute(does, id).setAttribute("data-done", texts.get("take.done"));
        button.add(done);
        return button;
    }
}
