// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Set;
import org.bothyes.conversation.Invitation;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/**
 * The invitation, for who started: a link, to send or to be scanned, or its code, and two words to tell another way. It
 * looks the same whether it has been used or not.
 */
@Route("invite")
class InviteView extends StageView {

    private static final long serialVersionUID = 1;

    InviteView(Journey journey, Texts texts) {
        super(journey, texts, Set.of(Stage.Answering.class, Stage.Counting.class));
    }

    @Override
    void enter(BeforeEnterEvent event) {
        journey.draft().invitation().ifPresentOrElse(this::show, () -> event.forwardTo(ArrivalView.class));
    }

    private void show(Invitation invitation) {
        var code = invitation.token().code();
        var page = new Page(texts, texts.get("part.before"));
        page.title(texts.get("invite.title")).lead(texts.get("invite.lead"));
        var link = link(code.replace(" ", ""));
        page.add(Parts.section(
                texts.get("invite.link"),
                new Copyable(texts, "invite-link", texts.get("invite.link.name"), link).toShare(),
                Parts.details(texts.get("invite.qr"), QrDrawing.of(link, texts.get("invite.qr.label")))));
        page.add(Parts.section(
                texts.get("invite.code"), new Copyable(texts, "invite-code", texts.get("invite.code.name"), code)));
        var words = new Span(invitation.words());
        words.setId("invite-words");
        words.addClassName("take");
        page.add(Parts.section(texts.get("invite.words"), words, Parts.text("tiny", texts.get("invite.words.help"))));
        page.text("note", texts.get("invite.once"));
        page.add(Parts.go(texts.get("invite.go-on"), () -> Journey.go("")));
        page.text("tiny", texts.get("invite.later"));
        show(page);
    }

    /** The address this page was asked for under; the code stands behind the #, which no server sees. */
    private static String link(String code) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var port = request.getServerPort();
        var usual = port == 80 || port == 443 ? "" : ":" + port;
        return request.getScheme() + "://" + request.getServerName() + usual + "/join#" + code;
    }
}
