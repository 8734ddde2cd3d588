package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.bothyes.shell.Texts;

/** Something to take along: it stands there to read aloud, with a button to copy it, or to share it where a phone can. */
final class Copyable extends Composite<Div> {

    private static final long serialVersionUID = 1;

    Copyable(Texts texts, String id, String text, boolean share) {
        var shown = new Span(text);
        shown.setId(id);
        shown.addClassName("take");
        var done = new Span();
        done.getElement().setAttribute("role", "status");
        var copy = new NativeButton(texts.get(share ? "take.share" : "take.copy"));
        copy.addClassName("chip");
        copy.getElement().setAttribute("data-copy", id).setAttribute("data-done", texts.get("take.done"));
        if (share) {
            copy.getElement().setAttribute("data-share", texts.get("take.share.text"));
        }
        copy.add(done);
        getContent().addClassName("copyable");
        getContent().add(shown, copy);
    }
}
