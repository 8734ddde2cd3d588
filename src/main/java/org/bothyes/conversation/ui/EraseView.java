package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import org.bothyes.conversation.Ending;
import org.bothyes.shell.Texts;

/** Two ways to the end, side by side: at once, or by itself on a fixed day. */
@Route("erase")
class EraseView extends StageView {

    private static final long serialVersionUID = 1;

    private final transient Ending ending;

    EraseView(Journey journey, Texts texts, Ending ending) {
        super(journey, texts, ANY);
        this.ending = ending;
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var page = new Page(texts, texts.get("part.erase"));
        page.title(texts.get("erase.title")).lead(texts.get("erase.lead"));
        page.add(Parts.section(
                texts.get("erase.now.title"),
                Parts.text("note", texts.get("erase.now.help")),
                Parts.go(texts.get("erase.now"), this::erase)));
        page.add(Parts.section(
                texts.get("erase.wait.title", Parts.day(ending.at(journey.partner()))),
                Parts.text("note", texts.get("erase.wait.help")),
                Parts.quiet(texts.get("erase.wait"), () -> Journey.go(""))));
        show(page);
    }

    private void erase() {
        ending.erase(journey.partner());
        Journey.go("ended");
    }
}
