package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class EndingTest {

    private final Stand at;

    @Autowired
    EndingTest(ApplicationContext app) {
        at = Stand.in(app);
    }

    private long rows(Stand.Couple couple) {
        var id = couple.one().conversation();
        return Stream.of(
                        "select count(*) from conversation where id = ?",
                        "select count(*) from partner where conversation_id = ?",
                        "select count(*) from round where conversation_id = ?")
                .mapToLong(query ->
                        at.jdbc().sql(query).param(id).query(Long.class).single())
                .sum();
    }

    @Test
    void a_conversation_ends_by_itself_thirty_days_after_its_start() {
        var couple = at.couple();
        at.tick("P29DT23H59M59S");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Answering());
        at.counting().end();
        assertThat(rows(couple)).isEqualTo(4);

        at.tick("PT1S");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        assertThat(at.rounds().stage(couple.two())).isEqualTo(new Stage.Ended());
        assertThat(at.back(couple.a().code())).isEmpty();
        assertThat(at.back(couple.b().code())).isEmpty();

        at.counting().end();
        assertThat(rows(couple)).isZero();
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answering().draft(couple.one()));
    }

    @Test
    void it_lives_thirty_days_again_from_when_both_finished() {
        var couple = at.couple();
        at.answerAll(couple.one(), Comfort.YES);
        at.answerAll(couple.two(), Comfort.YES);
        at.tick("P20D");
        at.finish(couple);
        at.tick("P29DT23H");
        at.counting().end();
        assertThat(at.rounds().open(couple.one()).isNothing()).isFalse();
        at.tick("PT1H");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        at.counting().end();
        assertThat(rows(couple)).isZero();
    }

    @Test
    void nothing_can_be_sealed_or_opened_after_the_end_even_before_the_sweep() {
        var answering = at.couple();
        at.tick("P30DT1S");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.rounds().seal(answering.one()));

        var finished = at.couple();
        at.finish(finished);
        at.rounds().open(finished.one());
        at.tick("P30DT1S");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.rounds().open(finished.two()));
    }
}
