// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One real browser for a class of tests. Every person gets a profile of their own, as on a phone of their own; all of
 * them go after each test, and of a failed one pictures stay in {@link Running#LEFT_BEHIND}.
 */
public final class RealBrowser implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, AutoCloseable {

    static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds; never reached where all is well. */
    private static final double LONGEST_WAIT = 30_000;

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext test) {
        launch();
    }

    /** Outside a test: whoever launches closes. */
    public RealBrowser launch() {
        var installed = installed();
        // Playwright fetches its own browser unless it is told not to; on a closed network it can't.
        var env = installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.<String, String>of();
        var started = Playwright.create(new Playwright.CreateOptions().setEnv(env));
        playwright = started;
        var options = new BrowserType.LaunchOptions().setArgs(QUIET);
        installed.ifPresent(options::setExecutablePath);
        browser = started.chromium().launch(options);
        return this;
    }

    public static Optional<Path> installed() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("BOTH_YES_BROWSER")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    public Browser browser() {
        if (browser == null) {
            throw new IllegalStateException("there is a browser only while a test runs");
        }
        return browser;
    }

    /** Somebody with a phone of their own. */
    public Person person(String name, Place at) {
        return new Person(name, at, phone().newPage());
    }

    /** Somebody whose browser runs no scripts. */
    public Person personWithoutScripts(String name, Place at) {
        return new Person(name, at, phone(false).newPage());
    }

    /** A browser profile of one's own, the size of a phone, without motion. */
    public BrowserContext phone() {
        return phone(true);
    }

    private BrowserContext phone(boolean scripts) {
        var phone = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setJavaScriptEnabled(scripts)
                        .setIgnoreHTTPSErrors(true) // a proxy of a test vouches for itself
                        .setReducedMotion(ReducedMotion.REDUCE));
        phone.setDefaultTimeout(LONGEST_WAIT);
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT);
        return phone;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            browser()
                    .contexts()
                    .forEach(context ->
                            picture(context, test.getRequiredTestMethod().getName()));
        }
        for (var context : List.copyOf(browser().contexts())) {
            context.pages().forEach(Page::unrouteAll); // what still comes by would be looked at in a page that is gone
            context.close();
        }
    }

    private void picture(BrowserContext context, String test) {
        var number = browser().contexts().indexOf(context);
        for (var page : context.pages()) {
            var file = test + "-" + number + "-" + context.pages().indexOf(page) + ".png";
            try {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Running.LEFT_BEHIND.resolve(file))
                        .setTimeout(3000));
            } catch (PlaywrightException e) {
                // A page that is blank or gone has no picture; the test's own fault says more.
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
