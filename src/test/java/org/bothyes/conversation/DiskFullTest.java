package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

class DiskFullTest {

    @TempDir
    Path folder;

    @BeforeEach
    void disk() {
        FullDisk.register();
        FullDisk.full = false;
    }

    @AfterEach
    void space() {
        FullDisk.full = false;
    }

    private String database() {
        return "spring.datasource.url=jdbc:h2:" + FullDisk.SCHEME + ":"
                + folder.resolve("both-yes").toAbsolutePath()
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    @Test
    @Timeout(60)
    void an_answer_on_a_full_disk_is_not_acknowledged_and_nothing_acknowledged_is_lost() {
        Stand.Couple couple;
        var sides = new ArrayList<Integer>();
        try (var at = Stand.start(folder, database())) {
            couple = at.couple();
            var partner = couple.one();
            for (var turn = 0; turn < 3; turn++) {
                for (var i = 0; i < 10; i++) {
                    at.answer(partner, turn * 20 + i, Comfort.OPEN);
                    sides.add(turn * 20 + i);
                }
                FullDisk.full = true;
                for (var i = 10; i < 13; i++) {
                    var side = turn * 20 + i;
                    assertThat(catchThrowable(() -> at.answer(partner, side, Comfort.YES)))
                            .isInstanceOfAny(DataAccessException.class, TransactionException.class)
                            .isNotInstanceOf(NotNow.class);
                }
                FullDisk.full = false;
                await().atMost(Duration.ofSeconds(5))
                        .ignoreExceptions()
                        .until(() -> at.comfort(partner, 0) == Comfort.OPEN);
                assertThat(sides).allSatisfy(side -> assertThat(at.comfort(partner, side))
                        .isEqualTo(Comfort.OPEN));
            }
            at.answer(partner, 70, Comfort.NO);
            at.rounds().seal(partner);
        }
        try (var at = Stand.start(folder, database())) {
            var partner = at.back(couple.a().code()).orElseThrow();
            assertThat(sides)
                    .allSatisfy(side -> assertThat(at.comfort(partner, side)).isEqualTo(Comfort.OPEN));
            assertThat(at.comfort(partner, 70)).isEqualTo(Comfort.NO);
            assertThat(at.rounds().stage(partner)).isInstanceOf(Stage.Counting.class);
        }
    }
}
