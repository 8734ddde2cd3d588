package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import org.bothyes.shell.Texts;

/** The conversation has run its time. */
@Route("ended")
class EndedView extends Composite<Div> {

    private static final long serialVersionUID = 1;

    EndedView(Texts texts) {
        var page = new Page(texts, texts.get("part.ended"));
        page.title(texts.get("ended.title")).lead(texts.get("ended.lead"));
        page.add(Parts.door("/", texts.get("ended.front")));
        getContent().add(page);
    }
}
