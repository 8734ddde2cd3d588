package org.bothyes.conversation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.util.Set;
import org.bothyes.conversation.Bell;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Sealed: says nothing about the partner, until both have finished; then it says that and shows nothing else. */
@Route("waiting")
class WaitingView extends Composite<Div> implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient Journey journey;
    private final transient Texts texts;
    private final transient Rounds rounds;
    private final transient Bell bell;
    private transient @Nullable Runnable stop;
    private boolean finished;

    WaitingView(Journey journey, Texts texts, Rounds rounds, Bell bell) {
        this.journey = journey;
        this.texts = texts;
        this.rounds = rounds;
        this.bell = bell;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (journey.admits(event, Set.of(Stage.Counting.class, Stage.BothFinished.class))) {
            show(journey.stage() instanceof Stage.BothFinished);
        }
    }

    private void show(boolean both) {
        finished = both;
        var page = new Page(texts, texts.get("part.waiting"));
        if (both) {
            page.add(Drawing.waiting(texts.get("finished.title")).getElement());
            page.title(texts.get("finished.title")).lead(texts.get("finished.lead"));
            page.add(Parts.go(texts.get("finished.open"), this::open));
            page.text("tiny", texts.get("finished.alone"));
        } else {
            page.add(Drawing.waiting(texts.get("waiting.picture")).getElement());
            page.title(texts.get("waiting.title")).lead(texts.get("waiting.lead"));
            page.text("note", texts.get("waiting.stay"));
            page.add(Parts.quiet(texts.get("waiting.take-back"), this::takeBack));
            page.text("tiny", texts.get("waiting.take-back.help"));
            if (hasInvitation()) {
                page.add(Parts.link("invite", texts.get("waiting.invite")));
            }
        }
        page.add(Parts.link("hand-over", texts.get("menu.handover")));
        getContent().removeAll();
        getContent().add(page);
    }

    private boolean hasInvitation() {
        return journey.draft().invitation().isPresent();
    }

    private void open() {
        journey.tab().ifPresent(tab -> tab.opened(true));
        Journey.go("shared");
    }

    private void takeBack() {
        Journey.go(rounds.takeBack(journey.partner()) ? "check" : "waiting");
    }

    /** The bell rings once both seals count, and for nothing else; what comes before must not touch this page. */
    @Override
    protected void onAttach(AttachEvent attach) {
        var ui = attach.getUI();
        if (journey.tab().isPresent()) {
            stop = bell.await(journey.partner(), () -> {
                var _ = ui.access(this::lookAgain);
            });
            lookAgain();
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (stop != null) {
            stop.run();
        }
    }

    private void lookAgain() {
        if (!finished && journey.stage() instanceof Stage.BothFinished) {
            show(true);
        }
    }
}
