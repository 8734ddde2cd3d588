package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Shared;
import org.bothyes.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while couples seal, open, make safer and erase: what was acknowledged holds, and nothing is half done. */
class KillAllAlongTest {

    private static final int KILLS = 4;
    private static final Pattern SAID = Pattern.compile("(begun|sealed|opened|safer|erased) ");

    @TempDir
    Path folder;

    /** Goes with one couple after the other from the beginning to the end. Its own process. */
    static final class Couples {
        public static void main(String[] args) {
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            var at = Stand.start(Path.of(args[0]), "spring.main.lazy-initialization=true");
            while (true) {
                var couple = at.couple();
                var code = couple.a().code().code().replace(" ", "");
                out.println("begun " + code);
                at.answerAll(couple.one(), Comfort.YES);
                at.answerAll(couple.two(), Comfort.YES);
                at.rounds().seal(couple.one());
                out.println("sealed " + code);
                at.rounds().seal(couple.two());
                at.tick("PT2M");
                at.sharing().open(couple.two());
                out.println("opened " + code);
                at.sharing()
                        .safer(couple.one(), new Safer.TakeOff(at.pack().sides().getFirst()));
                out.println("safer " + code);
                at.ending().erase(couple.two());
                out.println("erased " + code);
            }
        }
    }

    @Test
    @Timeout(150)
    void what_was_acknowledged_holds_and_nothing_is_half_done() throws Exception {
        var random = new Random(11);
        var lines = new ArrayList<String>();
        for (var kill = 0; kill < KILLS; kill++) {
            lines.addAll(
                    Killed.run(Couples.class, SAID, 12 + random.nextInt(30), random.nextInt(40), folder.toString()));
        }
        try (var at = Stand.start(folder)) {
            for (var line : lines) {
                var said = line.split(" ", 2);
                check(at, said[0], Secret.parse(said[1]).orElseThrow(), lines.contains("erased " + said[1]));
            }
            assertThat(half(at)).isEmpty();
        }
    }

    private static void check(Stand at, String said, Secret code, boolean erased) {
        var back = at.back(code);
        if (erased) {
            assertThat(back).as("what was erased").isEmpty();
        } else if (back.isPresent()) { // the last may have been erased on the way to its acknowledgement
            var partner = back.get();
            switch (said) {
                case "sealed" -> assertThat(at.rounds().stage(partner)).isNotInstanceOf(Stage.Answering.class);
                case "opened" -> assertThat(at.sharing().list(partner)).isPresent();
                case "safer" ->
                    assertThat(at.sharing()
                                    .open(partner)
                                    .shared(Role.ONE, at.pack().sides().getFirst()))
                            .isEqualTo(Shared.NOTHING);
                default -> assertThat(partner.role()).isEqualTo(Role.ONE);
            }
        }
    }

    /** Conversations that are neither before nor after something: none of these can be reached whole. */
    private static List<Object> half(Stand at) {
        return at.jdbc().sql("""
                        select c.id from conversation c where
                        1 <> (select count(*) from round r where r.conversation_id = c.id)
                        or 0 = (select count(*) from partner p where p.conversation_id = c.id)
                        or exists (select 1 from partner p, round r where p.conversation_id = c.id
                            and r.conversation_id = c.id and r.overlap is not null
                            and (p.draft is not null or p.sealed is not null))
                        or exists (select 1 from partner p, round r where p.conversation_id = c.id
                            and r.conversation_id = c.id and r.overlap is null
                            and (p.draft is null or (p.sealed is null) <> (p.sealed_at is null)))
                        """).query((row, number) -> row.getObject(1)).list();
    }
}
