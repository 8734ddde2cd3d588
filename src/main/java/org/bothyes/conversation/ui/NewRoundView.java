package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.bothyes.conversation.NewRound;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Partner;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** Asking for a new round, in private: it opens when both have asked. */
@Route("new-round")
class NewRoundView extends StageView {

    private static final long serialVersionUID = 1;

    private final transient NewRound rounds;
    private final transient Clock clock;

    NewRoundView(Journey journey, Texts texts, NewRound rounds, Clock clock) {
        super(journey, texts, Set.of(Stage.BothFinished.class));
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    void enter(BeforeEnterEvent event) {
        try {
            show();
        } catch (NotNow notOpenedYet) {
            event.forwardTo(ArrivalView.class);
        }
    }

    private void show() {
        var page = new Page(texts, texts.get("part.round"));
        page.title(texts.get("round.title")).lead(texts.get("round.lead"));
        var from = rounds.from(journey.partner());
        if (from.isAfter(clock.instant())) {
            page.text("note", texts.get("round.from", Parts.day(from)));
        } else if (rounds.asked(journey.partner())) {
            page.text("note", texts.get("round.asked"));
            page.add(Parts.quiet(texts.get("round.take-back"), () -> change(rounds::takeBack)));
        } else {
            page.text("note", texts.get("round.private"));
            page.add(Parts.go(texts.get("round.ask"), () -> change(rounds::ask)));
        }
        page.add(Parts.link("shared", texts.get("less.back")));
        show(page);
    }

    private void change(Consumer<Partner> change) {
        try {
            change.accept(journey.partner());
            if (journey.stage() instanceof Stage.BothFinished) {
                show();
            } else {
                Journey.go("");
            }
        } catch (NotNow e) {
            Journey.go("");
        }
    }
}
