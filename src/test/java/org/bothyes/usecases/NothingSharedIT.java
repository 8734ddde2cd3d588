// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where no topic is shared, one and the same page is shown to everybody, however it came about. */
class NothingSharedIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();

    @Test
    void answers_that_do_not_meet_and_finishing_without_sharing_give_the_same_page_byte_for_byte() {
        var read = new HashSet<String>();
        var written = new HashSet<String>();
        var all = Stream.of(noneMeets(), oneFinishesWithoutSharing(), otherFinishesWithoutSharing(), neitherShares())
                .flatMap(List::stream)
                .toList();
        for (var person : all) {
            person.opensWhatIsShared().sees("nothing.title");
            read.add(person.page.locator("main").innerText());
            written.add(withoutNumbersOfVaadin(person.page.locator("main").innerHTML()));
        }
        assertThat(all).hasSize(8);
        assertThat(read).as("what can be read").hasSize(1);
        assertThat(written).as("what the page is made of").hasSize(1);
        assertThat(Set.copyOf(read).iterator().next()).contains(Written.text("nothing.rules"));
    }

    private List<Person> couple() {
        var ann = browser.person("ann", running);
        var bob = browser.person("bob", running);
        bob.joins(ann.starts());
        return List.of(ann, bob);
    }

    private List<Person> noneMeets() {
        var couple = couple();
        saysMuch(couple.getFirst());
        couple.getLast()
                .answers("soft-light", NO)
                .answers("darkness", YES)
                .jumpsTo(Written.text("part.limits"))
                .picksRule("filming", "calm")
                .picksSignal("green")
                .seals();
        return couple;
    }

    private List<Person> oneFinishesWithoutSharing() {
        var couple = couple();
        couple.getFirst().answers("soft-light", YES).finishesWithoutSharing();
        saysMuch(couple.getLast());
        return couple;
    }

    private List<Person> otherFinishesWithoutSharing() {
        var couple = couple();
        saysMuch(couple.getFirst());
        couple.getLast().finishesWithoutSharing();
        return couple;
    }

    private List<Person> neitherShares() {
        var couple = couple();
        couple.forEach(Person::finishesWithoutSharing);
        return couple;
    }

    private static void saysMuch(Person person) {
        person.answers("soft-light", YES)
                .answers("no-goal", OPEN)
                .answers("show", GIVE, YES)
                .jumpsTo(Written.text("part.limits"))
                .picksRule("filming", "each-time")
                .picksSignal("red")
                .seals();
    }

    /** Vaadin numbers what it makes, each page for itself. */
    private static String withoutNumbersOfVaadin(String html) {
        return html.replaceAll("(id|for|aria-labelledby|aria-describedby)=\"[^\"]*\"", "$1");
    }
}
