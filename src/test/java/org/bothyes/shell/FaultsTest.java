// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.bothyes.Application;
import org.bothyes.conversation.Fixture;
import org.bothyes.door.Broken;
import org.bothyes.door.Site;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.util.HtmlUtils;

/** Whoever meets a fault is shown the name that it has in the log, and neither of them says what the fault said. */
class FaultsTest {

    private static final Pattern NOTED =
            Pattern.compile("failed \\[([0-9A-Z]{8})]: java\\.lang\\.IllegalStateException at");
    private static final Pattern NOT_SHOWN =
            Pattern.compile("shown \\[([0-9A-Z]{8})]: .*java\\.lang\\.IllegalStateException at");

    private static List<String> noted(Pattern pattern, CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain("marked-value");
        return pattern.matcher(log.getAll())
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
    }

    @Nested
    @SpringBootTest(
            classes = {Application.class, Fixture.class, Broken.class, FaultsTest.Falling.class},
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {"BOTH_YES_DATA=./target/data/${random.uuid}", "vaadin.productionMode=true"})
    @ExtendWith(OutputCaptureExtension.class)
    class On_a_door {

        private final Texts texts;
        private final Site site;

        @Autowired
        On_a_door(Texts texts, @LocalServerPort int port) {
            this.texts = texts;
            this.site = new Site(port);
        }

        /** Of a page that broke, and before any page, where only the container's error page is left. */
        @ParameterizedTest
        @CsvSource({"/broken, text/html", "/falling, text/html", "/falling, application/json"})
        void the_error_page_names_what_the_log_names(String path, String type, CapturedOutput log) {
            var answer = site.get(path + "?value=marked-value", "Accept", type);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(noted(NOTED, log)).singleElement().satisfies(reference -> assertThat(answer.body())
                    .contains(
                            type.equals("text/html")
                                    ? HtmlUtils.htmlEscape(texts.get("error.reference", reference), "UTF-8")
                                    : "\"reference\":\"" + reference + "\"")
                    .doesNotContain("marked-value", "IllegalState"));
        }

        @Test
        void two_faults_have_two_names(CapturedOutput log) {
            site.get("/broken");
            site.get("/broken");
            assertThat(noted(NOTED, log)).hasSize(2).doesNotHaveDuplicates();
        }

        @Test
        void a_page_that_asks_for_news_while_its_session_ends_is_no_fault(CapturedOutput log) {
            site.post("/start", "pack=guide" + Site.CHOSEN);
            assertThat(site.cookies()).isNotEmpty();
            site.get("/c/VAADIN/push?v-r=push&v-uiId=0", "X-Left-Meanwhile", "yes");
            assertThat(log.getAll()).doesNotContain("ERROR");
        }

        @Test
        void a_page_without_a_fault_names_none() {
            assertThat(site.get("/nowhere", "Accept", "text/html").body())
                    .doesNotContain(HtmlUtils.htmlEscape(texts.get("error.reference", ""), "UTF-8"));
        }
    }

    /** Fails before any door, as a careless filter would. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Falling {
        @Bean
        FilterRegistrationBean<Filter> fallingFilter() {
            var falling = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                throw new IllegalStateException("cannot handle " + request.getParameter("value"));
            });
            falling.addUrlPatterns("/falling");
            return falling;
        }

        /** Behind the gate: whoever asks has a session there, and none when Vaadin looks for it. */
        @Bean
        FilterRegistrationBean<Filter> leftMeanwhile() {
            return new FilterRegistrationBean<>((request, response, chain) -> {
                if (request instanceof HttpServletRequest http && http.getHeader("X-Left-Meanwhile") != null) {
                    http.getSession(false).invalidate();
                }
                chain.doFilter(request, response);
            });
        }
    }

    @Nested
    @SpringBootTest(
            classes = {Application.class, Fixture.class},
            properties = "BOTH_YES_DATA=./target/data/${random.uuid}")
    @ExtendWith(OutputCaptureExtension.class)
    class In_a_room extends SpringBrowserlessTest {

        private final Texts texts;

        @Autowired
        In_a_room(Texts texts) {
            this.texts = texts;
        }

        @Test
        void a_page_that_failed_names_what_the_log_names(CapturedOutput log) {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(thrown()));
            assertThat(noted(NOTED, log)).singleElement().satisfies(this::isShown);
            UI.getCurrent().navigate("locked");
            UI.getCurrent().navigate("trouble");
            assertThat(said()).as("and tells it once").noneMatch(text -> text.startsWith(reference("")));
        }

        @Test
        void a_phone_that_hung_up_while_it_was_answered_is_no_fault(CapturedOutput log) {
            var hungUp = new ClientAbortException(new IOException("Broken pipe"));
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(hungUp));
            assertThat(log.getAll()).doesNotContain("failed [");
            assertThat(getCurrentView()).isNotInstanceOf(TroubleView.class);
        }

        @Test
        void a_page_whose_session_has_ended_in_another_request_is_no_fault(CapturedOutput log) {
            VaadinRequest.getCurrent().getWrappedSession().invalidate();
            for (var fault : List.of(thrown(), new NullPointerException("marked-value"))) {
                VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(fault));
            }
            assertThat(log.getAll()).doesNotContain("failed [");
        }

        @Test
        void a_page_that_could_not_be_shown_names_what_the_log_names(CapturedOutput log) {
            RouteConfiguration.forSessionScope().setRoute("failing", Failing.class);
            UI.getCurrent().navigate("failing");
            assertThat(noted(NOT_SHOWN, log)).singleElement().satisfies(this::isShown);
        }

        private void isShown(String reference) {
            assertThat(getCurrentView()).isInstanceOf(TroubleView.class);
            assertThat(said()).contains(reference(reference));
        }

        private List<String> said() {
            return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
        }

        private String reference(String reference) {
            return texts.get("error.reference", reference);
        }
    }

    private static IllegalStateException thrown() {
        return new IllegalStateException("cannot handle marked-value");
    }

    public static final class Failing extends Div {

        private static final long serialVersionUID = 1;

        public Failing() {
            throw thrown();
        }
    }
}
