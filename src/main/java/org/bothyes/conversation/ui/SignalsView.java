// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Locale;
import java.util.Optional;
import org.bothyes.overlap.Change;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Signal;
import org.bothyes.shell.Texts;

/** Words and gestures to stop, pause and slow down with; what always counts stands there and is not asked. */
@Route("signals")
class SignalsView extends StepView<Step.Signals> {

    private static final long serialVersionUID = 1;

    SignalsView(Journey journey, Texts texts) {
        super(journey, texts);
    }

    @Override
    Optional<Step.Signals> step(Pack pack, RouteParameters address) {
        return Optional.of(new Step.Signals());
    }

    @Override
    String place(Step.Signals step) {
        return texts.get("part.signals");
    }

    @Override
    void fill(Step.Signals step, Page page) {
        page.title(texts.get("signals.title")).lead(texts.get("signals.lead"));
        page.text("note", texts.get("signals.always"));
        for (var meaning : Signal.Meaning.values()) {
            page.add(group(step, meaning));
        }
    }

    private Ticks<Signal> group(Step.Signals step, Signal.Meaning meaning) {
        var sheet = journey.draft().sheet();
        var signals = sheet.pack().signals().stream()
                .filter(s -> s.means() == meaning)
                .toList();
        var ticked = signals.stream().filter(sheet::has).collect(toSet());
        var group = new Ticks<>(signals, sheet.pack().words()::name, ticked)
                .onTick(Change.Signalled::new, changes -> answer(step, changes));
        group.setLabel(texts.get("signal." + meaning.name().toLowerCase(Locale.ROOT)));
        return group;
    }
}
