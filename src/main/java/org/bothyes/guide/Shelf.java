// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Every open page by its address, each written when the application starts. */
final class Shelf {

    private final ITemplateEngine templates;
    private final Texts texts;
    private final Inlined style = Inlined.files("tokens.css", "open.css");
    private final Inlined script = Inlined.files("leave.js", "ahead.js", "open.js");
    private final Map<String, Object> always;
    private final Map<String, OpenPage> pages = new LinkedHashMap<>();

    /**
     * @param ahead the addresses of what the doors and rooms need, with spaces between
     * @param rooms whether there are any
     */
    Shelf(
            ITemplateEngine templates,
            Texts texts,
            Guide guide,
            PackLibrary packs,
            Operator operator,
            List<HelpLine> lines,
            String ahead,
            boolean rooms) {
        this.templates = templates;
        this.texts = texts;
        this.always =
                Map.of("guide", guide, "packs", packs.packs(), "operator", operator, "ahead", ahead, "rooms", rooms);
        put("/", "front", "", Map.of());
        put(Guide.ADDRESS, "contents", texts.get("open.guide"), Map.of());
        guide.pages()
                .forEach(page -> put(
                        Guide.ADDRESS + "/" + page.slug(),
                        "page",
                        texts.get("open.guide.part", guide.pages().indexOf(page) + 1),
                        Map.of("page", page)));
        put("/questions", "questions", texts.get("open.questions"), Map.of());
        var scripts = new Lines(packs);
        putLines("/scripts", "scripts", Map.of("lines", scripts), scripts.style());
        var aloud = new Aloud(packs, texts);
        putLines("/say", "say", Map.of("aloud", aloud), aloud.style());
        put("/help", "help", "", Map.of("page", guide.beside("help"), "lines", lines));
        put("/about", "about", texts.get("open.about"), Map.of("page", guide.beside("about")));
        put("/privacy", "privacy", "", Map.of());
    }

    /** The addresses, front door first. */
    Set<String> addresses() {
        return pages.keySet();
    }

    OpenPage page(String address) {
        var page = pages.get(address);
        if (page == null) {
            throw new IllegalArgumentException("there is no such page");
        }
        return page;
    }

    boolean has(String address) {
        return pages.containsKey(address);
    }

    /** @param picked the style that shows what is picked */
    private void putLines(String address, String template, Map<String, Object> lines, String picked) {
        pages.put(
                address,
                written(
                        template,
                        texts.get("open.scripts"),
                        lines,
                        style.with(picked),
                        script.with(Inlined.files("lines.js").text())));
    }

    private void put(String address, String template, String title, Map<String, Object> more) {
        pages.put(address, written(template, title, more, style, script));
    }

    /** @param title neutral: it is seen over a shoulder; empty for the product's name alone */
    private OpenPage written(String template, String title, Map<String, Object> more, Inlined style, Inlined script) {
        var context = new Context(Locale.ENGLISH, always);
        context.setVariables(more);
        context.setVariable("title", title);
        context.setVariable("style", style.text());
        context.setVariable("script", script.text());
        context.setVariable("icon", Icon.ADDRESS);
        return new OpenPage(templates.process(template, context), policy(style, script));
    }

    private static String policy(Inlined style, Inlined script) {
        return "default-src 'none'; style-src " + style.source() + "; script-src 'self' " + script.source()
                + "; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                + " 'none'";
    }
}
