// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bothyes.overlap.Change;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.shell.Texts;

/** What could you picture, for now? Filters this partner's own questions and is nobody else's business. */
@Route("settings")
class SettingsView extends StepView<Step.Settings> {

    private static final long serialVersionUID = 1;

    SettingsView(Journey journey, Texts texts) {
        super(journey, texts);
    }

    @Override
    Optional<Step.Settings> step(Pack pack, RouteParameters address) {
        return Optional.of(new Step.Settings());
    }

    @Override
    String place(Step.Settings step) {
        return texts.get("part.before");
    }

    @Override
    void fill(Step.Settings step, Page page) {
        var sheet = journey.draft().sheet();
        var all = List.of(Setting.values());
        var ticks = new Ticks<>(
                        all,
                        setting -> texts.get("setting." + setting.name().toLowerCase(Locale.ROOT)),
                        all.stream().filter(sheet::has).collect(toSet()))
                .onTick(Change.Pictured::new, changes -> answer(step, changes));
        ticks.setAriaLabel(texts.get("settings.title"));
        ticks.addClassName("wide");
        page.title(texts.get("settings.title")).lead(texts.get("settings.lead")).add(ticks);
        page.text("tiny", texts.get("settings.none"));
        page.text("tiny", texts.get("settings.yours"));
    }
}
