// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.bothyes.conversation.Talk.Wish;
import org.bothyes.conversation.ui.Deck.Block;
import org.bothyes.conversation.ui.Deck.Card;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/** How the table of two who talk is shown, and what a tap on it does. */
final class CardPage {

    private final Texts texts;
    private final Hands hands;
    private Section wishes = new Section();
    private NativeButton keep = new NativeButton();
    private NativeButton notToday = new NativeButton();

    CardPage(Texts texts, Hands hands) {
        this.texts = texts;
        this.hands = hands;
    }

    /** What a reader can do. */
    interface Hands {

        void begin(boolean each);

        void turn(int from, int to);

        void wish(int card, Wish wish);

        void takeOff(Topic.Side side);

        void stop();

        void again();
    }

    private Page page() {
        return new Page(texts, texts.get("part.talk"));
    }

    Page how() {
        var page = page().title(texts.get("talk.title")).lead(texts.get("talk.lead"));
        page.add(Parts.list(List.of(
                texts.get("talk.how.curious"),
                texts.get("talk.how.space"),
                texts.get("talk.how.no"),
                texts.get("talk.how.pause"))));
        page.add(Parts.go(texts.get("talk.one-screen"), () -> hands.begin(false)));
        page.add(Parts.quiet(texts.get("talk.each"), () -> hands.begin(true)));
        return page.text("tiny", texts.get("talk.each.help")).add(ways());
    }

    Page stopped() {
        var page = page().title(texts.get("talk.stopped.title")).lead(texts.get("talk.stopped.lead"));
        return page.add(Parts.quiet(texts.get("talk.again"), hands::again), ways());
    }

    Page open(Table.Open table) {
        var card = table.card();
        var page = page().inBar(chip("talk.pause", hands::stop));
        page.text("stands", texts.get("talk.kind." + card.kind())).title(card.title());
        card.facts().forEach(fact -> page.text("fact", fact));
        card.blocks().forEach(block -> page.add(block(block)));
        if (table.each()) {
            card.side().ifPresent(side -> page.add(wishes(table, side)));
        }
        return table.after().isEmpty() ? end(page, table) : page;
    }

    private static Section block(Block block) {
        var says = new Div();
        block.lines()
                .forEach(line ->
                        says.add(block.spoken() ? Parts.text("say", "“" + line + "”") : Parts.text("fact", line)));
        return Parts.section(block.title(), says);
    }

    /** Three of one size, and what one taps is nobody else's to see. */
    private Section wishes(Table.Open table, Topic.Side side) {
        keep = chip("talk.keep", () -> hands.wish(table.card().place(), Wish.KEEP));
        notToday = chip("talk.not-today", () -> hands.wish(table.card().place(), Wish.NOT_TODAY));
        var notAnyMore = chip("talk.not-any-more", () -> hands.takeOff(side));
        wishes = Parts.section(
                texts.get("talk.wish"),
                new Div(keep, notToday, notAnyMore),
                Parts.text("tiny", texts.get("talk.wish.help")));
        wishes.addClassName("wishes");
        tell(table);
        return wishes;
    }

    /** The same card, and another wish for it: the page stays where it is, and so does the focus. */
    void tell(Table.Open table) {
        pressed(keep, table.wish().equals(Optional.of(Wish.KEEP)));
        pressed(notToday, table.wish().equals(Optional.of(Wish.NOT_TODAY)));
        if (table.isKept()) {
            wishes.removeAll();
            wishes.add(Parts.text("note", texts.get("talk.kept")));
        }
    }

    private static void pressed(NativeButton button, boolean is) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(is));
    }

    private NativeButton chip(String words, Runnable action) {
        var chip = new NativeButton(texts.get(words), click -> action.run());
        chip.addClassName("chip");
        return chip;
    }

    private Page end(Page page, Table.Open table) {
        page.lead(texts.get("talk.end.lead"));
        if (!table.kept().isEmpty()) {
            page.add(Parts.section(texts.get("talk.end.kept"), Parts.list(table.kept())));
        }
        return page.text("note", texts.get("shared.again")).add(ways());
    }

    private Nav ways() {
        return Ways.after(texts, Parts.link("shared", texts.get("talk.to-list")));
    }

    /** What turns the card. The arrows and a swipe press these, too: rooms.js. */
    Footer foot(Table.Open table) {
        var foot = new Footer();
        foot.addClassNames("foot", "deck");
        table.before().ifPresent(to -> foot.add(turn("turn-back", texts.get("step.back"), table, to, "link")));
        table.after().ifPresent(to -> foot.add(turn("turn-next", texts.get("step.next"), table, to, "go", "next")));
        return foot;
    }

    private NativeButton turn(String id, String words, Table.Open table, Card to, String... looks) {
        var turn = new NativeButton(words, click -> hands.turn(table.at(), to.place()));
        turn.setId(id);
        turn.addClassNames(looks);
        return turn;
    }
}
