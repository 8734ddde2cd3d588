// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.vault.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class ArrivingTest {

    private final Stand at;
    private Conversations.Welcome starter;
    private Invitation invitation;

    @Autowired
    ArrivingTest(ApplicationContext app) {
        at = Stand.in(app);
        starter = at.start();
        invitation = at.invitation(starter.partner());
    }

    @BeforeEach
    void invite() {
        starter = at.start();
        invitation = at.invitation(starter.partner());
    }

    private Optional<Conversations.Welcome> join(String token, String words) {
        return at.conversations().join(token, words, Stand.PIN);
    }

    private String token() {
        return invitation.token().code();
    }

    private String wrong() {
        return invitation.words().equals("acorn acorn") ? "acorn airport" : "acorn acorn";
    }

    @Test
    void who_starts_is_one_and_who_joins_is_two_in_the_same_conversation() {
        var joined = join(token(), invitation.words()).orElseThrow();
        assertThat(starter.partner().role()).isEqualTo(Role.ONE);
        assertThat(joined.partner().role()).isEqualTo(Role.TWO);
        assertThat(joined.partner().conversation()).isEqualTo(starter.partner().conversation());
        assertThat(joined.code().code()).isNotEqualTo(starter.code().code());
        assertThat(at.answering().draft(joined.partner()).invitation()).isEmpty();
        assertThat(at.rounds().stage(joined.partner())).isEqualTo(new Stage.Answering());
    }

    @Test
    void token_and_words_may_be_typed_in_any_case_with_any_gaps() {
        var typed = "  " + token().toLowerCase(Locale.ROOT).replace(" ", " - ").replace('0', 'o') + "\t";
        var words = "  " + invitation.words().toUpperCase(Locale.ROOT).replace(" ", " , ") + " ";
        assertThat(join(typed, words)).isPresent();
    }

    @Test
    void neither_the_token_alone_nor_wrong_words_open_anything() {
        var first = invitation.words().substring(0, invitation.words().indexOf(' '));
        for (var words : List.of("", first, wrong())) {
            assertThat(join(token(), words)).isEmpty();
        }
        assertThat(join("", invitation.words())).isEmpty();
        assertThat(join(token(), invitation.words())).isPresent();
    }

    @Test
    void four_wrong_tries_are_forgiven_and_the_fifth_ends_the_invitation() {
        for (var i = 0; i < 4; i++) {
            join(token(), wrong());
        }
        var forgiven = join(token(), invitation.words());
        assertThat(forgiven).isPresent();

        invite();
        for (var i = 0; i < 5; i++) {
            assertThat(join(token(), wrong())).isEmpty();
        }
        assertThat(join(token(), invitation.words())).isEmpty();
    }

    @Test
    void wrong_tries_at_the_same_time_are_each_counted() throws Exception {
        Stand.together(
                () -> join(token(), wrong()),
                () -> join(token(), wrong()),
                () -> join(token(), wrong()),
                () -> join(token(), wrong()),
                () -> join(token(), wrong()));
        assertThat(join(token(), invitation.words())).isEmpty();
    }

    @Test
    void an_invitation_works_once_even_for_two_at_the_same_time() throws Exception {
        var both = Stand.together(() -> join(token(), invitation.words()), () -> join(token(), invitation.words()));
        assertThat(both).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(join(token(), invitation.words())).isEmpty();
    }

    @Test
    void every_failure_looks_alike() {
        var unknown = join(Secret.random(new SecureRandom()).code(), "acorn acorn");
        var malformed = join("no code at all", "acorn acorn");
        var wrongWords = join(token(), wrong());
        assertThat(List.of(unknown, malformed, wrongWords)).containsOnly(Optional.empty());
    }

    @Test
    void an_invitation_ends_with_its_conversation_even_before_the_sweep() {
        at.tick("P30DT1S");
        assertThat(join(token(), invitation.words())).isEmpty();
    }

    @Test
    void who_comes_back_by_code_finds_every_answer_and_the_step() {
        var partner = starter.partner();
        at.answerAll(partner, Comfort.OPEN);
        at.answering()
                .answer(partner, List.of(new Change.Limited(at.pack().limits().getFirst(), 1)));
        at.answering().at(partner, "limits/filming", true);
        var typed = starter.code().code().toLowerCase(Locale.ROOT).replace(" ", "-");

        var back = at.back(Secret.parse(typed).orElseThrow()).orElseThrow();

        var draft = at.answering().draft(back);
        assertThat(draft.sheet()).isEqualTo(at.sheet(partner));
        assertThat(draft.sheet().comfort(at.pack().sides().getLast())).isEqualTo(Comfort.OPEN);
        assertThat(draft.sheet().row(at.pack().limits().getFirst())).contains(1);
        assertThat(draft.step()).isEqualTo("limits/filming");
        assertThat(draft.whole()).isTrue();
        assertThat(back.role()).isEqualTo(Role.ONE);
    }

    @Test
    void an_unknown_code_and_an_invitation_bring_nobody_back() {
        assertThat(at.back(Secret.random(new SecureRandom()))).isEmpty();
        assertThat(at.back(invitation.token())).isEmpty();
    }

    @Test
    void nothing_that_was_let_in_prints_what_it_holds() {
        assertThat(List.of(
                        starter,
                        starter.partner(),
                        starter.code(),
                        invitation,
                        at.answering().draft(starter.partner())))
                .allSatisfy(held -> assertThat(held).hasToString("[redacted]"));
    }
}
