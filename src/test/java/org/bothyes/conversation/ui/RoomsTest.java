// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.VaadinSession;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Conversations;
import org.bothyes.conversation.Conversations.Welcome;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.Stage;
import org.bothyes.conversation.Tabs;
import org.bothyes.conversation.Together;
import org.bothyes.conversation.Unlocking;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.bothyes.vault.Pin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The rooms without a browser: what each page asks, keeps and says. */
@SpringBootTest
class RoomsTest extends SpringBrowserlessTest {

    @TempDir
    static Path data;

    @Autowired
    Conversations conversations;

    @Autowired
    Unlocking unlocking;

    @Autowired
    Answering answering;

    @Autowired
    Rounds rounds;

    @Autowired
    Together together;

    @Autowired
    PackLibrary packs;

    @Autowired
    Texts texts;

    private static final Pin PIN = Pin.typed("271828");

    private final SecureRandom random = new SecureRandom();
    private Pack pack;
    private Welcome starter;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> url() + ";LOCK_TIMEOUT=200");
        settings.add("spring.datasource.hikari.connection-timeout", () -> "500");
        settings.add("both-yes.seal-counts", () -> "0s");
        settings.add("both-yes.key", () -> data.resolve("instance.key").toString());
    }

    private static String url() {
        return "jdbc:h2:file:" + data.resolve("both-yes").toAbsolutePath();
    }

    @BeforeEach
    void start_a_conversation_in_this_tab() {
        pack = packs.packs().getFirst();
        starter = conversations.start(pack, PIN, false);
        sit(starter);
    }

    @Test
    void a_tab_without_a_handle_gets_no_room() {
        name("somebody else");
        UI.getCurrent().navigate("settings");
        assertThat(getCurrentView()).isInstanceOf(LockedView.class);
    }

    @Test
    void the_readiness_questions_have_nothing_to_fill_in() {
        UI.getCurrent().navigate("ready");
        assertThat(title()).isEqualTo(texts.get("ready.title"));
        assertThat(find(AbstractField.class).all()).isEmpty();
    }

    @Test
    void an_answer_is_kept_and_only_then_called_saved() {
        topic("soft-light");
        assertThat(saved()).isEmpty();
        pick(0, Comfort.OPEN);
        assertThat(saved()).isEqualTo(texts.get("step.saved"));
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.OPEN);
    }

    @Test
    void an_answer_that_could_not_be_kept_stays_and_goes_with_the_next_try() throws Exception {
        topic("show");
        whileLocked("partner", () -> {
            pick(0, Comfort.YES);
            assertThat(saved()).startsWith(texts.get("step.not-saved"));
            assertThat(groups().getFirst().getValue()).isEqualTo(Comfort.YES);
        });
        pick(1, Comfort.OPEN);
        assertThat(saved()).isEqualTo(texts.get("step.saved"));
        assertThat(kept("show", 0)).isEqualTo(Comfort.YES);
        assertThat(kept("show", 1)).isEqualTo(Comfort.OPEN);
    }

    /** By going on, and by going elsewhere and back, which looks at what is stored in between. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_could_not_be_kept_gives_way_to_what_was_said_since_on_another_device(boolean elsewhere) throws Exception {
        topic("soft-light");
        whileLocked("partner", () -> {
            pick(0, Comfort.YES);
            assertThat(saved()).startsWith(texts.get("step.not-saved"));
        });
        saysElsewhere("soft-light", Comfort.NO);
        if (elsewhere) {
            UI.getCurrent().navigate("support");
            UI.getCurrent().navigate("");
        } else {
            next().click();
        }
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.NO);
        assertThat(groups().getFirst().getValue()).isEqualTo(Comfort.NO);
    }

    /** A phone without a connection sends later what was tapped on it, and nothing tells that from a tap of just now. */
    @Test
    void what_a_screen_says_gives_way_to_what_was_said_on_another_device_since_it_was_shown() {
        topic("soft-light");
        saysElsewhere("soft-light", Comfort.NO);
        pick(0, Comfort.YES);
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.NO);
        assertThat(groups().getFirst().getValue()).isEqualTo(Comfort.NO);
        assertThat(saved()).isEqualTo(texts.get("step.said-since"));
        pick(0, Comfort.OPEN);
        assertThat(saved()).isEqualTo(texts.get("step.saved"));
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.OPEN);
    }

    @Test
    void what_was_said_elsewhere_of_something_else_hinders_nothing() throws Exception {
        topic("soft-light");
        pick(0, Comfort.YES);
        whileLocked("partner", () -> pick(0, Comfort.NO));
        saysElsewhere("darkness", Comfort.YES);
        next().click();
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.NO);
        assertThat(kept("darkness", 0)).isEqualTo(Comfort.YES);
    }

    @Test
    void nobody_finishes_with_answers_that_the_page_does_not_show() {
        UI.getCurrent().navigate("check");
        saysElsewhere("soft-light", Comfort.YES);
        button("check.seal").click();
        assertThat(rounds.stage(starter.partner())).isInstanceOf(Stage.Answering.class);
        assertThat(saved()).isEqualTo(texts.get("check.said-since"));
        button("check.seal").click();
        assertThat(rounds.stage(starter.partner())).isNotInstanceOf(Stage.Answering.class);
    }

    @Test
    void who_finishes_without_sharing_too_late_is_told_so() {
        UI.getCurrent().navigate("finish");
        rounds.seal(starter.partner());
        rounds.seal(join().partner());
        button("finish.go").click();
        assertThat(title()).isEqualTo(texts.get("finish.late"));
    }

    private void saysElsewhere(String topic, Comfort comfort) {
        var side = pack.topic(topic).orElseThrow().sides().getFirst();
        answering.answer(starter.partner(), List.of(new Change.Answered(side, comfort)));
    }

    @Test
    void whoever_goes_on_takes_along_what_could_not_be_kept_or_stays() throws Exception {
        topic("soft-light");
        pick(0, Comfort.YES);
        var here = title();
        whileLocked("partner", () -> {
            pick(0, Comfort.NO);
            next().click();
            assertThat(title()).isEqualTo(here);
            assertThat(saved()).startsWith(texts.get("step.not-saved"));
        });
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.YES);
        next().click();
        assertThat(title()).isNotEqualTo(here);
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.NO);
    }

    @Test
    void nothing_is_sealed_but_what_was_said_last() throws Exception {
        topic("soft-light");
        pick(0, Comfort.YES);
        whileLocked("partner", () -> {
            pick(0, Comfort.NO);
        });
        UI.getCurrent().navigate("check");
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.NO);
    }

    @Test
    void what_could_not_be_erased_is_said_and_goes_with_the_next_try() throws Exception {
        UI.getCurrent().navigate("erase");
        var erase = withAll(getCurrentViewComponent())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(texts.get("erase.now")))
                .findFirst()
                .orElseThrow();
        whileLocked("round", () -> {
            erase.click();
            assertThat(text(getCurrentViewComponent())).contains(texts.get("erase.not-yet"));
            assertThat(rounds.stage(starter.partner())).isInstanceOf(Stage.Answering.class);
        });
        erase.click();
        assertThat(title()).isEqualTo(texts.get("ended.title"));
        assertThat(rounds.stage(starter.partner())).isInstanceOf(Stage.Ended.class);
    }

    @Test
    void both_ways_round_stand_on_one_page_and_are_kept_apart() {
        topic("show");
        pick(0, Comfort.YES);
        pick(1, Comfort.NO);
        assertThat(kept("show", 0)).isEqualTo(Comfort.YES);
        assertThat(kept("show", 1)).isEqualTo(Comfort.NO);
    }

    @Test
    void conditions_are_offered_with_a_yes_and_with_nothing_else() {
        topic("soft-light");
        assertThat(conditions().isVisible()).isFalse();
        pick(0, Comfort.YES);
        assertThat(conditions().isVisible()).isTrue();
        pick(0, Comfort.NO);
        assertThat(conditions().isVisible()).isFalse();
    }

    @Test
    void conditions_are_not_sent_before_somebody_unfolds_them() {
        topic("soft-light");
        pick(0, Comfort.YES);
        assertThat(withAll(conditions())).noneMatch(Ticks.class::isInstance);
        conditions().setOpen(true);
        ComponentUtil.fireEvent(conditions(), new NativeDetails.ToggleEvent(conditions(), true));
        assertThat(withAll(conditions())).anyMatch(Ticks.class::isInstance);
    }

    @Test
    void going_on_is_called_skip_until_there_is_an_answer() {
        topic("soft-light");
        assertThat(next().getText()).isEqualTo(texts.get("step.skip"));
        pick(0, Comfort.LATER);
        assertThat(next().getText()).isEqualTo(texts.get("step.next"));
    }

    @Test
    void what_was_said_one_way_round_is_not_skipped() {
        topic("show");
        pick(1, Comfort.NO);
        assertThat(next().getText()).isEqualTo(texts.get("step.next"));
    }

    @Test
    void no_answer_is_chosen_beforehand_and_one_can_be_cleared() {
        topic("soft-light");
        assertThat(groups().getFirst().getValue()).isNull();
        pick(0, Comfort.YES);
        test(find(Button.class).withText(texts.get("topic.clear")).single()).click();
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.BLANK);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_limit_shows_its_rows_and_keeps_the_one_that_is_chosen() {
        UI.getCurrent().navigate("limits/filming");
        var rows = (RadioButtonGroup<Limit.Row>) find(RadioButtonGroup.class).single();
        var limit = pack.limit("filming").orElseThrow();
        assertThat(rows.getValue()).isNull();
        rows.setValue(limit.rows().get(1));
        assertThat(answering.draft(starter.partner()).sheet().row(limit)).contains(1);
    }

    @Test
    void an_address_that_means_no_step_is_missing_and_changes_nothing() {
        UI.getCurrent().navigate("questions/atmosphere/nonsense");
        assertThat(title()).isEqualTo(texts.get("missing.title"));
        UI.getCurrent().navigate("questions/toys/soft-light");
        assertThat(title()).isEqualTo(texts.get("missing.title"));
    }

    @Test
    void coming_back_leads_to_the_step_that_was_left() {
        topic("show");
        var again = ((Unlocking.Outcome.In) unlocking.unlock(starter.code(), PIN)).partner();
        sit(new Welcome(again, starter.code()));
        UI.getCurrent().navigate("");
        assertThat(title()).isEqualTo(pack.words().name(pack.topic("show").orElseThrow()));
    }

    @Test
    void the_code_is_shown_until_it_is_put_away_and_never_again() {
        UI.getCurrent().navigate("code");
        assertThat(find(Span.class).withId("return-code").single().getText())
                .isEqualTo(starter.code().code());
        test(find(Button.class).withText(texts.get("code.kept")).single()).click();
        UI.getCurrent().navigate("code");
        assertThat(find(Span.class).withId("return-code").all()).isEmpty();
    }

    @Test
    void sealing_leads_to_a_page_that_says_nothing_about_the_partner() {
        UI.getCurrent().navigate("check");
        test(find(Button.class).withText(texts.get("check.seal")).single()).click();
        assertThat(title()).isEqualTo(texts.get("waiting.title"));
        var before = text(getCurrentViewComponent());
        var partner = join();
        rounds.stage(partner.partner());
        UI.getCurrent().navigate("ready");
        assertThat(text(getCurrentViewComponent())).isEqualTo(before);
    }

    @Test
    void who_takes_a_seal_back_finds_the_answers_as_they_were() {
        topic("soft-light");
        pick(0, Comfort.YES);
        rounds.seal(starter.partner());
        UI.getCurrent().navigate("waiting");
        test(find(Button.class).withText(texts.get("waiting.take-back")).single())
                .click();
        assertThat(rounds.stage(starter.partner())).isInstanceOf(Stage.Answering.class);
        assertThat(kept("soft-light", 0)).isEqualTo(Comfort.YES);
    }

    @Test
    void the_list_opens_only_in_a_tab_in_which_it_was_opened() {
        rounds.seal(starter.partner());
        rounds.seal(join().partner());
        UI.getCurrent().navigate("shared");
        assertThat(title()).isEqualTo(texts.get("finished.title"));
        test(find(Button.class).withText(texts.get("finished.open")).single()).click();
        assertThat(title()).isEqualTo(texts.get("nothing.title"));
    }

    @Test
    void who_is_ready_is_so_no_more_when_their_tab_locks() {
        starter = conversations.start(pack, PIN, true);
        sit(starter);
        rounds.seal(starter.partner());
        var partner = join().partner();
        rounds.seal(partner);
        UI.getCurrent().navigate("waiting");
        test(find(Button.class).withText(texts.get("together.open")).single()).click();
        assertThat(together.whoIsReady(partner)).containsExactly(Role.ONE);
        ((Tabs) VaadinSession.getCurrent().getSession().getAttribute(Tabs.ATTRIBUTE)).lockAll();
        assertThat(together.whoIsReady(partner)).isEmpty();
    }

    /** Ready on two devices, and taken back on one of them: then the other must not open by itself, later, for anybody. */
    @Test
    void a_page_where_being_ready_was_taken_back_in_another_tab_opens_no_list() {
        starter = conversations.start(pack, PIN, true);
        sit(starter);
        rounds.seal(starter.partner());
        var partner = join().partner();
        rounds.seal(partner);
        UI.getCurrent().navigate("waiting");
        test(button("together.open")).click();
        roundTrip();
        assertThat(button("together.not-yet").isEnabled()).isTrue();
        together.notYet(starter.partner());
        roundTrip();
        assertThat(button("together.open").isEnabled()).isTrue();
        together.ready(starter.partner());
        together.ready(partner);
        roundTrip();
        assertThat(title()).isEqualTo(texts.get("finished.title"));
        assertThat(button("together.open").isEnabled()).isTrue();
    }

    @Test
    void both_finishing_reaches_a_waiting_page_and_shows_nothing_else() {
        rounds.seal(starter.partner());
        UI.getCurrent().navigate("waiting");
        assertThat(title()).isEqualTo(texts.get("waiting.title"));
        rounds.seal(join().partner());
        roundTrip();
        assertThat(title()).isEqualTo(texts.get("finished.title"));
    }

    @Test
    void a_reminder_is_taken_along_from_the_list_without_leaving_it() {
        rounds.seal(starter.partner());
        rounds.seal(join().partner());
        UI.getCurrent().navigate("shared");
        test(find(Button.class).withText(texts.get("finished.open")).single()).click();
        var reminder = find(Anchor.class).withText(texts.get("shared.reminder")).single();
        assertThat(reminder.getHref()).isEqualTo("/reminder.ics");
        assertThat(reminder.getElement().hasAttribute("download")).isTrue();
        assertThat(reminder.getElement().hasAttribute("router-ignore")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide", "everyday"})
    void each_pack_that_comes_along_leads_from_its_first_question_to_a_list(String id) {
        pack = packs.pack(id).orElseThrow();
        starter = conversations.start(pack, PIN, false);
        sit(starter);
        var partner = join().partner();
        for (var each : List.of(starter.partner(), partner)) {
            answering.answer(each, everything());
            answering.at(each, "more", true);
        }
        for (var step : new Walk(answering.draft(starter.partner())).steps()) {
            UI.getCurrent().navigate(step.path());
            assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(step.path());
        }
        rounds.seal(starter.partner());
        rounds.seal(partner);
        UI.getCurrent().navigate("shared");
        test(find(Button.class).withText(texts.get("finished.open")).single()).click();
        assertThat(title()).isEqualTo(texts.get("shared.title"));
        var page = text(getCurrentViewComponent());
        pack.topics().forEach(topic -> assertThat(page).contains(pack.words().name(topic)));
        pack.limits().forEach(limit -> assertThat(page)
                .contains(pack.words().rule(limit, limit.rows().getLast())));
    }

    /** A yes to each topic, and of each limit the loosest row. */
    private List<Change> everything() {
        return Stream.concat(
                        pack.sides().stream().<Change>map(side -> new Change.Answered(side, Comfort.YES)),
                        pack.limits().stream()
                                .map(limit ->
                                        new Change.Limited(limit, limit.rows().size() - 1)))
                .toList();
    }

    private Welcome join() {
        var invitation = answering.draft(starter.partner()).invitation().orElseThrow();
        return conversations
                .join(invitation.token().code(), invitation.words(), PIN)
                .orElseThrow();
    }

    private void sit(Welcome welcome) {
        var tabs = new Tabs();
        VaadinSession.getCurrent().getSession().setAttribute(Tabs.ATTRIBUTE, tabs);
        name(tabs.open(welcome.partner(), welcome.code(), random, Instant.now()));
    }

    private static void name(String handle) {
        var ui = UI.getCurrent();
        ui.getInternals()
                .setExtendedClientDetails(new ExtendedClientDetails(
                        ui, null, null, null, null, null, null, null, null, null, null, null, null, null, null, handle,
                        null, null, null));
    }

    private void topic(String id) {
        var topic = pack.topic(id).orElseThrow();
        UI.getCurrent().navigate(new Step.Question(topic).path());
    }

    @SuppressWarnings("unchecked")
    private List<RadioButtonGroup<Comfort>> groups() {
        return find(RadioButtonGroup.class).all().stream()
                .map(group -> (RadioButtonGroup<Comfort>) group)
                .toList();
    }

    private void pick(int group, Comfort comfort) {
        groups().get(group).setValue(comfort);
    }

    private NativeDetails conditions() {
        var summary = texts.get("topic.only-with");
        return getCurrentViewComponent()
                .getChildren()
                .flatMap(RoomsTest::withAll)
                .filter(NativeDetails.class::isInstance)
                .map(NativeDetails.class::cast)
                .filter(details -> details.getSummaryText().equals(summary))
                .findFirst()
                .orElseThrow();
    }

    private Button next() {
        return find(Button.class).withClassName("next").single();
    }

    private Button button(String key) {
        return find(Button.class).withText(texts.get(key)).single();
    }

    private String saved() {
        return find(Span.class).withClassName("saved").single().getElement().getTextRecursively();
    }

    /** Whoever would write these rows waits, in vain. */
    private static void whileLocked(String table, Runnable doing) throws SQLException {
        try (var alone = DriverManager.getConnection(url(), "sa", "");
                var statement = alone.createStatement()) {
            alone.setAutoCommit(false);
            statement.execute("select * from " + table + " for update");
            doing.run();
        }
    }

    private Comfort kept(String topic, int side) {
        var sheet = answering.draft(starter.partner()).sheet();
        return sheet.comfort(pack.topic(topic).orElseThrow().sides().get(side));
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private Component getCurrentViewComponent() {
        return (Component) getCurrentView();
    }

    private static String text(Component component) {
        return withAll(component)
                .filter(HasText.class::isInstance)
                .map(c -> ((HasText) c).getText())
                .reduce("", (all, one) -> all + one + "\n");
    }

    private static Stream<Component> withAll(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(RoomsTest::withAll));
    }
}
