// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.bothyes.overlap.Comfort;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/** One topic; both ways round of a directional one together. */
@Route("questions/:section/:topic")
class TopicView extends StepView<Step.Question> {

    private static final long serialVersionUID = 1;

    TopicView(Journey journey, Texts texts) {
        super(journey, texts);
    }

    @Override
    Optional<Step.Question> step(Pack pack, RouteParameters address) {
        return address.get("topic")
                .flatMap(pack::topic)
                .filter(topic -> address.get("section")
                        .filter(topic.section().value()::equals)
                        .isPresent())
                .map(Step.Question::new);
    }

    @Override
    String place(Step.Question step) {
        var pack = journey.partner().pack();
        return pack.words().title(pack.section(step.topic().section().value()).orElseThrow());
    }

    @Override
    void fill(Step.Question step, Page page) {
        var topic = step.topic();
        var sheet = journey.draft().sheet();
        var words = sheet.pack().words();
        page.title(words.name(topic)).lead(words.help(topic));
        if (opens(topic)) {
            page.text(
                    "tiny",
                    words.open(sheet.pack().section(topic.section().value()).orElseThrow()));
        }
        for (var side : topic.sides()) {
            page.add(new ComfortForm(texts, sheet, topic, side, changes -> answer(step, changes)));
        }
        if (topic.directional()) {
            page.text("tiny", texts.get("topic.two-ways"));
        }
    }

    /** Whether it is the first of its section: that one carries the section's opening line. */
    private boolean opens(Topic topic) {
        var section = journey.partner().pack().section(topic.section().value()).orElseThrow();
        return section.topics().getFirst().equals(topic);
    }

    @Override
    String nextWord(Step.Question step) {
        var sheet = journey.draft().sheet();
        var blank = step.topic().sides().stream().allMatch(side -> sheet.comfort(side) == Comfort.BLANK);
        return texts.get(blank ? "step.skip" : "step.next");
    }
}
