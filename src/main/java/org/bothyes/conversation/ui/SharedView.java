package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import org.bothyes.conversation.Ending;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Sharing;
import org.bothyes.conversation.Stage;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Safer;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What you share: drawn and written, and made safer in place. A new list opens only in a tab in which it was opened by a
 * tap; during a new round the list of the last one is here.
 */
@Route("shared")
class SharedView extends StageView implements Rung {

    private static final long serialVersionUID = 1;

    private final transient Sharing sharing;
    private final transient Ending ending;
    private transient @Nullable SharedPage shown;

    SharedView(Journey journey, Texts texts, Sharing sharing, Ending ending) {
        super(journey, texts, ANY);
        this.sharing = sharing;
        this.ending = ending;
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var list = list();
        if (list.isEmpty()) {
            event.forwardTo(ArrivalView.class);
            return;
        }
        var page = tell(list.get());
        shown = page;
        show(page, true);
    }

    private Optional<Overlap> list() {
        var partner = journey.partner();
        if (journey.stage() instanceof Stage.BothFinished(var ends, var round)) {
            var opened = journey.tab().filter(tab -> tab.opened() == round).isPresent();
            return opened ? Optional.of(sharing.open(partner)) : Optional.empty();
        }
        return sharing.list(partner);
    }

    private SharedPage tell(Overlap overlap) {
        return SharedPage.of(overlap, journey.partner().role(), texts);
    }

    private void show(SharedPage shared, boolean fresh) {
        var page = new Page(texts, texts.get("part.shared"));
        page.add(new SharedList(texts, shared, this::safer, fresh));
        page.text("tiny", texts.get("shared.again"));
        page.add(new ListWays(texts, shared.nothing(), journey.stage(), Parts.day(ending.at(journey.partner()))));
        show(page);
    }

    private void safer(Safer change) {
        try {
            sharing.safer(journey.partner(), change);
            rung();
        } catch (NotNow e) {
            Journey.go("");
        }
    }

    /** The list may have become safer. Where it reads the same, nothing is touched. */
    @Override
    public void rung() {
        var list = list();
        if (list.isEmpty()) {
            Journey.go("");
            return;
        }
        var now = tell(list.get());
        if (!now.equals(shown)) {
            shown = now;
            show(now, false);
        }
    }
}
