// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.vault.Unopened;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who has what opens what: a draft its owner, the rest the two, and nothing opens in another place. */
@WholeApplication
class SealedAtRestTest {

    private final Stand at;
    private Stand.Couple couple;

    @Autowired
    SealedAtRestTest(ApplicationContext app) {
        at = Stand.in(app);
        couple = at.couple();
    }

    @BeforeEach
    void a_couple() {
        couple = at.couple();
        at.answer(couple.one(), 0, Comfort.YES);
        at.answer(couple.two(), 0, Comfort.YES);
    }

    private void move(String column, Partner from, Partner to) {
        at.jdbc()
                .sql("update partner set %s = (select %s from partner where id = ?) where id = ?"
                        .formatted(column, column))
                .param(from.id())
                .param(to.id())
                .update();
    }

    @Test
    void what_was_sealed_before_the_partner_joined_is_sealed_for_them_when_they_join() {
        var one = at.start();
        at.answer(one.partner(), 0, Comfort.YES);
        at.rounds().seal(one.partner());
        var invitation = at.invitation(one.partner());
        var before = sealed(one.partner());
        var two = at.conversations()
                .join(invitation.token().code(), invitation.words(), Stand.PIN)
                .orElseThrow();
        assertThat(sealed(one.partner())).hasSize(4096).isNotEqualTo(before);
        at.answer(two.partner(), 0, Comfort.YES);
        var expected = OverlapRule.of(at.sheet(one.partner()), at.sheet(two.partner()));
        at.rounds().seal(two.partner());
        at.tick("PT2M");
        assertThat(at.sharing().open(two.partner())).isEqualTo(expected);
        assertThat(at.sharing().open(one.partner())).isEqualTo(expected);
    }

    private byte[] sealed(Partner partner) {
        return at.jdbc()
                .sql("select sealed from partner where id = ?")
                .param(partner.id())
                .query(byte[].class)
                .single();
    }

    @Test
    void the_invitation_and_its_keys_are_gone_once_it_is_used() {
        assertThat(at.jdbc()
                        .sql("select invitation, invitation_pub, invitation_keys from conversation where id = ?")
                        .param(couple.one().conversation())
                        .query()
                        .singleRow()
                        .values())
                .containsOnlyNulls();
    }

    @Test
    void an_ended_invitation_keeps_nobody_from_sealing() {
        var one = at.start().partner();
        var invitation = at.invitation(one);
        for (var i = 0; i < 5; i++) {
            at.conversations().join(invitation.token().code(), "never right", Stand.PIN);
        }
        at.rounds().seal(one);
        assertThat(at.rounds().stage(one)).isInstanceOf(Stage.Counting.class);
    }

    @Test
    void nobody_opens_the_partners_draft() {
        move("draft", couple.two(), couple.one());
        staysShut(() -> at.answering().draft(couple.one()));
    }

    @Test
    void a_sheet_in_the_other_partners_place_stays_shut() {
        at.rounds().seal(couple.one());
        at.rounds().seal(couple.two());
        at.tick("PT2M");
        move("sealed", couple.one(), couple.two());
        staysShut(() -> at.sharing().open(couple.one()));
        staysShut(() -> at.sharing().open(couple.two()));
    }

    @Test
    void a_list_of_another_conversation_stays_shut() {
        var other = at.couple();
        at.shared(couple);
        at.shared(other);
        at.jdbc()
                .sql("update round set overlap = (select overlap from round where conversation_id = ?)"
                        + " where conversation_id = ?")
                .param(other.one().conversation())
                .param(couple.one().conversation())
                .update();
        staysShut(() -> at.sharing().open(couple.one()));
    }

    @Test
    void boxes_of_another_round_stay_shut() {
        at.rounds().seal(couple.one());
        at.jdbc()
                .sql("update round set number = 2 where conversation_id = ?")
                .param(couple.one().conversation())
                .update();
        staysShut(() -> at.answering().draft(couple.one()));
        staysShut(() -> at.sealed(couple.one()));
    }

    @Test
    void every_box_has_one_size_whatever_is_in_it() {
        at.answerAll(couple.one(), Comfort.YES);
        at.rounds().seal(couple.one());
        at.rounds().sealNothing(couple.two());
        assertThat(lengths("draft")).containsOnly(4096);
        assertThat(lengths("sealed")).containsOnly(4096);
        assertThat(lengths("keys")).containsOnly(93);
        assertThat(lengths("pub")).containsOnly(32);
        at.tick("PT2M");
        at.sharing().open(couple.one());
        assertThat(at.jdbc()
                        .sql("select octet_length(overlap) from round where conversation_id = ?")
                        .param(couple.one().conversation())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4096);
    }

    private List<@Nullable Integer> lengths(String column) {
        return at.jdbc()
                .sql("select octet_length(%s) from partner where conversation_id = ?".formatted(column))
                .param(couple.one().conversation())
                .query(Integer.class)
                .list();
    }

    private static void staysShut(Runnable opening) {
        assertThatExceptionOfType(Unopened.class).isThrownBy(opening::run).withMessage("this cannot be opened");
    }
}
