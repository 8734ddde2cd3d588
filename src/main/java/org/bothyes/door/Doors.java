package org.bothyes.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.bothyes.conversation.Conversations;
import org.bothyes.conversation.Partner;
import org.bothyes.conversation.Tabs;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.vault.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The doors themselves. Each is a post, so that neither a link preview nor the back button opens one, and each leads in
 * through a page that gives the tab its handle.
 */
@Controller
class Doors {

    private final Conversations conversations;
    private final PackLibrary packs;
    private final SecureRandom random;

    Doors(Conversations conversations, PackLibrary packs, SecureRandom random) {
        this.conversations = conversations;
        this.packs = packs;
        this.random = random;
    }

    @PostMapping("/start")
    ModelAndView start(@ModelAttribute("form") StartForm form, HttpServletRequest request) {
        var pack = pack(form);
        if (!form.complete() || pack.isEmpty()) {
            return again("start", "door.tick-both").addObject("packs", packs.packs());
        }
        var welcome = conversations.start(pack.get());
        return enter(welcome.partner(), welcome.code(), request);
    }

    private Optional<Pack> pack(StartForm form) {
        return packs.packs().size() == 1
                ? Optional.of(packs.packs().getFirst())
                : Optional.ofNullable(form.pack()).flatMap(packs::pack);
    }

    @PostMapping("/join")
    ModelAndView join(@ModelAttribute("form") JoinForm form, HttpServletRequest request) {
        if (!form.complete()) {
            return again("join", "door.tick-both");
        }
        return conversations
                .join(JoinForm.atMost(form.code()), JoinForm.atMost(form.words()))
                .map(welcome -> enter(welcome.partner(), welcome.code(), request))
                .orElseGet(() -> again("join", "join.wrong"));
    }

    @PostMapping("/return")
    ModelAndView comeBack(@ModelAttribute("form") ReturnForm form, HttpServletRequest request) {
        return conversations
                .comeBack(JoinForm.atMost(form.code()))
                .map(partner -> enter(partner, null, request))
                .orElseGet(() -> again("return", "return.wrong"));
    }

    @PostMapping("/leave")
    ResponseEntity<Void> leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return ResponseEntity.noContent().build();
    }

    /** A form that is none: far too large, or not to be decoded. */
    @ExceptionHandler(InvalidParameterException.class)
    void mangled(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private static ModelAndView again(String page, String fault) {
        var model = new ModelAndView(page, HttpStatus.UNPROCESSABLE_CONTENT);
        model.addObject("fault", fault);
        return model;
    }

    /** Gives the tab a handle; another tab of this browser keeps its own. */
    private ModelAndView enter(Partner partner, @Nullable Secret code, HttpServletRequest request) {
        if (request.getSession(false) == null) {
            request.getSession(true).setAttribute(Tabs.ATTRIBUTE, new Tabs());
        } else {
            request.changeSessionId();
        }
        var tabs = (Tabs) request.getSession().getAttribute(Tabs.ATTRIBUTE);
        return new ModelAndView("enter")
                .addObject("handle", tabs.open(partner, code, random))
                .addObject("to", code == null ? "/c/" : "/c/code");
    }
}
