// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchElement;
import com.vaadin.testbench.TestBenchTestCase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The journey in short on Vaadin TestBench, for those who have a licence key; without one TestBench refuses to start a
 * browser, and {@link JourneyIT} tells the same at more length.
 */
class TestBenchJourneyIT extends TestBenchTestCase {

    private static final int SECONDS = 10;

    private final Running running = Running.shared();

    @BeforeEach
    void openTheBrowser() {
        setDriver(newBrowser());
    }

    @AfterEach
    void closeTheBrowser() {
        getDriver().quit();
    }

    private static WebDriver newBrowser() {
        var options = new ChromeOptions().addArguments(RealBrowser.QUIET);
        RealBrowser.installed().ifPresent(browser -> options.setBinary(browser.toFile()));
        return TestBench.createDriver(new ChromeDriver(options));
    }

    @Test
    void two_partners_like_the_same_and_see_it() {
        var ann = getDriver();
        starts();
        var invitation = new Invitation(read("invite-link"), read("invite-words"));
        presses("invite.go-on");
        likesTheFirstTopicAndSeals();
        setDriver(newBrowser());
        try {
            joins(invitation);
            likesTheFirstTopicAndSeals();
            opensTheList();
        } finally {
            getDriver().quit();
            setDriver(ann);
        }
        opensTheList();
    }

    private void starts() {
        getDriver().get(running.url("/start"));
        ticksBothAndPresses("start.go");
        presses("code.kept");
    }

    private void joins(Invitation invitation) {
        getDriver().get(invitation.link());
        getDriver().findElement(By.name("words")).sendKeys(invitation.words());
        pressesAtTheDoor("join.look");
        ticksBothAndPresses("join.go");
        presses("code.kept");
    }

    private void ticksBothAndPresses(String key) {
        for (var field : List.of("pin", "again")) {
            getDriver().findElement(By.name(field)).sendKeys(Person.PIN);
        }
        for (var box : List.of("adult", "consent")) {
            getDriver().findElement(By.name(box)).click();
        }
        pressesAtTheDoor(key);
    }

    private void pressesAtTheDoor(String key) {
        getDriver()
                .findElement(By.xpath("//button[normalize-space()='" + text(key) + "']"))
                .click();
    }

    private void likesTheFirstTopicAndSeals() {
        seesHeading(text("ready.title"));
        presses("step.next");
        seesHeading(text("settings.title"));
        presses("step.next");
        seesHeading(Written.PACK.words().name(Written.topic("soft-light")));
        $("vaadin-radio-button").all().getFirst().click();
        waitUntil(driver -> $("footer").single().getText().contains(text("step.saved")), SECONDS);
        getDriver().get(running.url("/c/check"));
        presses("check.seal");
    }

    private void opensTheList() {
        seesHeading(text("finished.title"));
        presses("finished.open");
        seesHeading(text("shared.title"));
        assertThat($("main").single().getText()).contains(Written.name("soft-light"));
    }

    private void seesHeading(String title) {
        waitUntil(
                driver -> $("h1").all().stream().map(TestBenchElement::getText).anyMatch(title::equals), SECONDS);
    }

    private void presses(String key) {
        waitUntil(driver -> $("vaadin-button").withText(text(key)).exists(), SECONDS);
        $("vaadin-button").withText(text(key)).single().click();
    }

    private String read(String id) {
        return $("span").id(id).getText().strip();
    }
}
