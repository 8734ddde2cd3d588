// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import org.bothyes.conversation.Sharing;
import org.bothyes.conversation.Stage;
import org.bothyes.overlap.Overlap;
import org.bothyes.shell.Texts;

/** A page about what is shared. A new list is read only in a tab in which it was opened by a tap. */
abstract class ListView extends StageView implements Rung {

    private static final long serialVersionUID = 1;

    final transient Sharing sharing;

    ListView(Journey journey, Texts texts, Sharing sharing) {
        super(journey, texts, ANY);
        this.sharing = sharing;
    }

    /** Where there is no list that this tab may read, the page tells nothing: not even whether the partner has one. */
    @Override
    final void enter(BeforeEnterEvent event) {
        list().ifPresentOrElse(list -> enter(list, event), () -> event.forwardTo(ArrivalView.class));
    }

    @Override
    public final void rung() {
        list().ifPresentOrElse(this::rung, () -> Journey.go(""));
    }

    abstract void enter(Overlap list, BeforeEnterEvent event);

    /** The bell has rung, and this is the list now. */
    abstract void rung(Overlap list);

    /** The list that this tab may read, during a new round that of the last one; empty if there is none. */
    private Optional<Overlap> list() {
        var partner = journey.partner();
        if (journey.stage() instanceof Stage.BothFinished(var ends, var round)) {
            var opened = journey.tab().filter(tab -> tab.opened() == round).isPresent();
            return opened ? Optional.of(sharing.open(partner)) : Optional.empty();
        }
        return sharing.list(partner);
    }
}
