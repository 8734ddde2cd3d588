// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.RECEIVE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Takes the pictures that README shows, of two partners who could be anybody. Started by {@code bin/pictures}. */
final class Pictures {

    private static final Path FOLDER = Path.of("docs", "pictures");
    private static final double DOTS_A_PIXEL = 1.5;

    private final Browser browser;
    private final Running running;

    private Pictures(Browser browser, Running running) {
        this.browser = browser;
        this.running = running;
    }

    public static void main(String[] args) {
        try (var real = new RealBrowser().launch();
                var running = Running.shared()) {
            new Pictures(real.browser(), running).take();
        }
    }

    private void take() {
        var reader = person("reader");
        take("front", reader.opensTheFrontDoor());
        take("guide", reader.goesTo("/guide/raising-it"));

        var ann = person("ann");
        var bob = person("bob").joins(ann.starts());
        ann.answers("soft-light", YES).answers("darkness", YES);
        take("question", ann);
        ann.answers("holding", YES).answers("show", GIVE, YES);
        bob.answers("soft-light", YES).answers("darkness", OPEN).answers("holding", YES);
        bob.answers("show", RECEIVE, YES).onlyWith("show", RECEIVE, "slowly");
        ann.goesToTheRules().picksRule("filming", "calm").picksSignal("red").seals();
        bob.goesToTheRules()
                .picksRule("filming", "each-time")
                .picksSignal("red")
                .seals();
        take("shared", ann.opensWhatIsShared());

        var stage = person("educator").goesTo("/classroom/photo-online/stage");
        stage.page.setViewportSize(1280, 800);
        stage.page.keyboard().press("a");
        stage.page.locator("tr.shown").first().waitFor();
        take("stage", stage);
    }

    private Person person(String name) {
        var phone = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(DOTS_A_PIXEL)
                .setReducedMotion(ReducedMotion.REDUCE));
        return new Person(name, running, phone.newPage());
    }

    private static void take(String what, Person person) {
        var page = person.page;
        person.heading().waitFor();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate("scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(what + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
