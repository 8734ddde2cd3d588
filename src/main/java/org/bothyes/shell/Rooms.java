// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What Vaadin's page lacks by itself: a content security policy with a nonce a page, the script for leaving, which has
 * to work before the framework has loaded, and a real 404.
 */
@Component
class Rooms implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;
    private static final int NONCE_BYTES = 16;

    private final transient Texts texts;
    private final transient SecureRandom random;
    private final transient ResourceUrlProvider files;
    private final transient Faults faults;
    private final transient Ahead ahead;
    private final transient Duration lockAfter;

    Rooms(
            Texts texts,
            SecureRandom random,
            ResourceUrlProvider files,
            Faults faults,
            Ahead ahead,
            @Value("${both-yes.lock-after}") Duration lockAfter) {
        this.lockAfter = lockAfter;
        this.texts = texts;
        this.random = random;
        this.files = files;
        this.faults = faults;
        this.ahead = ahead;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            head(page.getDocument());
            protect(page);
            status(page);
        });
        event.getSource().setSystemMessagesProvider(info -> messages());
        event.getSource().addUIInitListener(init -> {
            var lost = init.getUI().getReconnectDialogConfiguration();
            lost.setDialogText(texts.get("connection.lost"));
            lost.setDialogTextGaveUp(texts.get("connection.gave-up"));
        });
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new KindErrors(faults)));
    }

    /** A tab whose session is over reloads by itself, and the gate leads it to the door for coming back. */
    private SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(texts.get("error.title"));
        messages.setInternalErrorMessage(texts.get("error.lead"));
        messages.setCookiesDisabledCaption(texts.get("cookies.title"));
        messages.setCookiesDisabledMessage(texts.get("cookies.lead"));
        return messages;
    }

    private void head(Document page) {
        page.head()
                .appendElement("meta")
                .attr("name", "lock-after")
                .attr("content", String.valueOf(lockAfter.toSeconds()))
                .attr("data-title", texts.get("lock.title"))
                .attr("data-text", texts.get("lock.text"))
                .attr("data-stay", texts.get("lock.stay"));
        page.head().appendElement("link").attr("rel", "icon").attr("href", address("/mark.svg"));
        for (var file : List.of("/tokens.css", "/rooms.css")) {
            page.head().appendElement("link").attr("rel", "stylesheet").attr("href", address(file));
        }
        for (var file : List.of("/leave.js", "/rooms.js", "/lock.js")) {
            page.head().appendElement("script").attr("src", address(file)).attr("defer", "");
        }
        ahead.preload(page.head());
    }

    /** The address that the doors use too, so that what they have loaded is not loaded again. */
    private String address(String file) {
        var address = files.getForLookupPath(file);
        return address == null ? file : address;
    }

    /** Vaadin needs to evaluate scripts and to set styles; everything else stays shut. */
    private void protect(IndexHtmlResponse page) {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument()
                .select("script, link[rel=modulepreload], link[rel=preload]")
                .attr("nonce", nonce);
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'; "
                                + "style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; "
                                + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
                                + "frame-ancestors 'none'");
    }

    private static void status(IndexHtmlResponse page) {
        var request = page.getVaadinRequest();
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        var router = request.getService().getRouter();
        if (!router.getRegistry().getNavigationRouteTarget(path).hasTarget()) {
            page.getVaadinResponse().setStatus(404);
        }
    }
}
